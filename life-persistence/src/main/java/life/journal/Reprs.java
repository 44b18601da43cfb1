package life.journal;

import java.io.NotSerializableException;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.persistence.PersistentRepr;
import org.jspecify.annotations.Nullable;
import scala.Option;

/** Pekko's persistent messages to facts and back. */
final class Reprs {

  private final Payloads payloads;

  Reprs(ExtendedActorSystem system) {
    this.payloads = new Payloads(system);
  }

  NewFact toFact(PersistentRepr repr, long nowMillis) {
    Option<Object> metadata = repr.metadata();
    long timestampMillis = repr.timestamp() == 0 ? nowMillis : repr.timestamp();
    return NewFact.of(
        payloads.toPayload(repr.payload(), repr.manifest()),
        metadata.isEmpty() ? null : payloads.toPayload(metadata.get(), ""),
        timestampMillis);
  }

  @SuppressWarnings("NullAway") // Pekko marks a missing sender by null
  PersistentRepr of(StoredFact fact) {
    PersistentRepr repr =
        PersistentRepr.apply(
                event(fact),
                fact.seq(),
                fact.life(),
                fact.payload().kind().eventManifest(),
                false,
                ActorRef.noSender(),
                fact.writer())
            .withTimestamp(fact.timestampMillis());
    Object metadata = metadata(fact);
    return metadata == null ? repr : repr.withMetadata(metadata);
  }

  Object event(StoredFact fact) {
    return read(fact, fact.payload());
  }

  @Nullable Object metadata(StoredFact fact) {
    return fact.metadata() == null ? null : read(fact, fact.metadata());
  }

  private Object read(StoredFact fact, Payload payload) {
    try {
      return payloads.toObject(payload);
    } catch (NotSerializableException e) {
      throw new IllegalStateException(
          "Fact %d of life %s has %s, which no serializer of this program reads"
              .formatted(fact.seq(), fact.life(), payload.kind()),
          e);
    }
  }
}
