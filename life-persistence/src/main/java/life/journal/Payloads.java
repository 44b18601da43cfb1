package life.journal;

import java.io.NotSerializableException;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.serialization.Serialization$;
import org.apache.pekko.serialization.SerializationExtension;
import org.apache.pekko.serialization.Serializer;
import org.apache.pekko.serialization.Serializers;

/** Objects to bytes and back, by Pekko's serializers. */
final class Payloads {

  private final ExtendedActorSystem system;
  private final Serialization serialization;

  Payloads(ExtendedActorSystem system) {
    this.system = system;
    this.serialization = SerializationExtension.get(system);
  }

  /** Throws whatever a serializer throws, which may be anything. */
  Payload toPayload(Object object, String eventManifest) {
    Serializer serializer = serialization.findSerializerFor(object);
    String manifest = Serializers.manifestFor(serializer, object);
    byte[] bytes =
        Serialization$.MODULE$.withTransportInformation(system, () -> serializer.toBinary(object));
    return new Payload(new Kind(serializer.identifier(), manifest, eventManifest), bytes);
  }

  Object toObject(Payload payload) throws NotSerializableException {
    Kind kind = payload.kind();
    return serialization.deserialize(payload.bytes(), kind.serializer(), kind.manifest()).get();
  }
}
