package life.actor;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import life.actor.Receipts.Keyed;
import life.actor.Receipts.Receipt;
import life.being.SelfState;
import life.journal.FactFormat;
import life.journal.Payload;
import life.world.Stimulus;
import org.apache.pekko.serialization.SerializerWithStringManifest;

/**
 * Writes snapshots, in the CBOR of {@link FactFormat}: an array of the state and of each generation
 * of receipts. Those are thousands, so their values follow each other without names, and a
 * generation that is full is not written anew for each snapshot.
 */
public final class LedgerSerializer extends SerializerWithStringManifest {
  private static final int IDENTIFIER = 7_718;
  private static final String LEDGER = "l3";

  /** How it was written before; still read. */
  private static final String LEDGER_OF_OBJECTS = "l2";

  private static final int BUFFER = 1 << 16;
  private static final ObjectWriter STATE = FactFormat.CBOR.writerFor(SelfState.class);

  /** What follows the state in a snapshot is for others to read. */
  private static final ObjectReader STATE_READ =
      FactFormat.CBOR
          .readerFor(SelfState.class)
          .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private record Written(SelfState self, List<Keyed> receipts) {}

  @Override
  public int identifier() {
    return IDENTIFIER;
  }

  @Override
  public String manifest(Object value) {
    return LEDGER;
  }

  @Override
  public byte[] toBinary(Object value) {
    var ledger = (Ledger) value;
    var receipts = ledger.receipts();
    var generations = new ArrayList<byte[]>();
    receipts.old().forEach(generation -> generations.add(generation.bytes()));
    generations.add(bytes(receipts.youngInOrder()));
    return written(out -> {
      out.writeStartArray(ledger, 1 + generations.size());
      STATE.writeValue(out, ledger.self());
      for (var generation : generations) {
        out.writeBinary(generation);
      }
      out.writeEndArray();
    });
  }

  /** Receipts one after the other. */
  static byte[] bytes(List<Keyed> receipts) {
    return written(out -> {
      out.writeStartArray();
      for (var keyed : receipts) {
        write(out, keyed.key(), keyed.receipt());
      }
      out.writeEndArray();
    });
  }

  /** What is written by a generator. */
  private interface Writing {
    void to(JsonGenerator out) throws IOException;
  }

  private static byte[] written(Writing writing) {
    var bytes = new ByteArrayOutputStream(BUFFER);
    try (var out = FactFormat.CBOR.getFactory().createGenerator(bytes)) {
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException("this state can't be written", e);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator out, String key, Receipt receipt) throws IOException {
    out.writeString(key);
    out.writeNumber(receipt.seq());
    out.writeNumber(receipt.tick());
    out.writeNumber(receipt.due());
    out.writeString(receipt.stimulus().kind());
    out.writeNumber(receipt.stimulus().intensity());
  }

  /** The ledger of a snapshot; empty if it was written by something else, or can't be read. */
  static Optional<Ledger> read(Payload payload) {
    if (payload.kind().serializer() != IDENTIFIER) {
      return Optional.empty();
    }
    try {
      return Optional.of(ledger(payload.bytes(), payload.kind().manifest()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Ledger ledger(byte[] bytes, String manifest) throws IOException {
    return switch (manifest) {
      case LEDGER -> ledger(bytes);
      case LEDGER_OF_OBJECTS -> ledgerOfObjects(bytes);
      default ->
          throw new NotSerializableException("no snapshot has the manifest '" + manifest + "'");
    };
  }

  private static Ledger ledger(byte[] bytes) throws IOException {
    try (var in = FactFormat.CBOR.getFactory().createParser(bytes)) {
      expect(in, in.nextToken(), JsonToken.START_ARRAY);
      in.nextToken();
      SelfState self = STATE_READ.readValue(in);
      var receipts = Receipts.NONE;
      while (in.nextToken() != JsonToken.END_ARRAY) {
        expect(in, in.currentToken(), JsonToken.VALUE_EMBEDDED_OBJECT);
        receipts = receipts(receipts, in.getBinaryValue());
      }
      return new Ledger(self, receipts);
    } catch (IllegalArgumentException e) {
      throw new IOException("a receipt in a snapshot is wrong: " + e.getMessage(), e);
    }
  }

  private static Receipts receipts(Receipts before, byte[] bytes) throws IOException {
    var receipts = before;
    try (var in = FactFormat.CBOR.getFactory().createParser(bytes)) {
      expect(in, in.nextToken(), JsonToken.START_ARRAY);
      while (in.nextToken() != JsonToken.END_ARRAY) {
        expect(in, in.currentToken(), JsonToken.VALUE_STRING);
        var key = in.getText();
        receipts = receipts.with(key, receipt(in));
      }
    }
    return receipts;
  }

  private static Receipt receipt(JsonParser in) throws IOException {
    long seq = whole(in);
    long tick = whole(in);
    long due = whole(in);
    expect(in, in.nextToken(), JsonToken.VALUE_STRING);
    var kind = in.getText();
    expect(in, in.nextToken(), JsonToken.VALUE_NUMBER_FLOAT);
    return new Receipt(seq, tick, due, new Stimulus(kind, in.getDoubleValue()));
  }

  private static long whole(JsonParser in) throws IOException {
    expect(in, in.nextToken(), JsonToken.VALUE_NUMBER_INT);
    return in.getLongValue();
  }

  private static void expect(JsonParser in, JsonToken given, JsonToken right) throws IOException {
    if (given != right) {
      throw new IOException(
          "a snapshot has %s where %s should be, at byte %d"
              .formatted(given, right, in.currentLocation().getByteOffset()));
    }
  }

  private static Ledger ledgerOfObjects(byte[] bytes) throws IOException {
    var written = FactFormat.CBOR.readValue(bytes, Written.class);
    var receipts = Receipts.NONE;
    for (var keyed : written.receipts()) {
      receipts = receipts.with(keyed.key(), keyed.receipt());
    }
    return new Ledger(written.self(), receipts);
  }

  @Override
  public Object fromBinary(byte[] bytes, String manifest) throws NotSerializableException {
    try {
      return ledger(bytes, manifest);
    } catch (NotSerializableException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException("these bytes are not a snapshot", e);
    }
  }
}
