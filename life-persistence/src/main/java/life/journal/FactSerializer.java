package life.journal;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.UncheckedIOException;
import life.being.Fact;
import org.apache.pekko.serialization.SerializerWithStringManifest;

/** Writes facts for the journal, in the CBOR of {@link FactFormat}. */
public final class FactSerializer extends SerializerWithStringManifest {
  private static final int IDENTIFIER = 7_717;
  private static final String FACT = "f";
  static final Kind KIND = new Kind(IDENTIFIER, FACT, "");
  private static final ObjectReader READER = FactFormat.CBOR.readerFor(Fact.class);
  private static final ObjectReader FOREIGN = FactFormat.FOREIGN.readerFor(Fact.class);

  @Override
  public int identifier() {
    return IDENTIFIER;
  }

  @Override
  public String manifest(Object value) {
    return FACT;
  }

  @Override
  public byte[] toBinary(Object value) {
    try {
      return FactWriter.bytes((Fact) value);
    } catch (IOException e) {
      throw new UncheckedIOException("this fact can't be written: " + value, e);
    }
  }

  @Override
  public Object fromBinary(byte[] bytes, String manifest) throws NotSerializableException {
    if (!manifest.equals(FACT)) {
      throw new NotSerializableException("no fact has the manifest '" + manifest + "'");
    }
    try {
      return read(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("these bytes are not a fact", e);
    }
  }

  /** A fact as Pekko has it written. */
  static Payload payload(Fact fact) {
    try {
      return new Payload(KIND, FactWriter.bytes(fact));
    } catch (IOException e) {
      throw new UncheckedIOException("this fact can't be written: " + fact, e);
    }
  }

  /** The bytes of a fact, as they stand in a journal. */
  public static byte[] write(Fact fact) throws IOException {
    return FactWriter.bytes(fact);
  }

  /**
   * Reads a fact that anybody may have written: nothing may be missing in it.
   *
   * @throws IOException if these bytes are not a fact
   */
  public static Fact readForeign(byte[] bytes) throws IOException {
    return FOREIGN.readValue(bytes);
  }

  /** Whether a payload of this kind is a fact. */
  static boolean reads(Kind kind) {
    return kind.equals(KIND);
  }

  /**
   * Reads a fact back.
   *
   * @throws IOException if these bytes are not a fact
   */
  static Fact read(byte[] bytes) throws IOException {
    return READER.readValue(bytes);
  }
}
