package life.actor;

import java.io.IOException;
import java.io.NotSerializableException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import life.actor.Receipts.Receipt;
import life.being.SelfState;
import life.journal.FactFormat;
import life.journal.Payload;
import org.apache.pekko.serialization.SerializerWithStringManifest;

/** Writes snapshots, in the CBOR of {@link FactFormat}. */
public final class LedgerSerializer extends SerializerWithStringManifest {
  private static final int IDENTIFIER = 7_718;
  private static final String LEDGER = "l2";

  private record Written(SelfState self, List<Keyed> receipts) {}

  private record Keyed(String key, Receipt receipt) {}

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
    var keyed =
        receipts.byKey().entrySet().stream()
            .map(entry -> new Keyed(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparingLong(entry -> entry.receipt().seq()))
            .toList();
    try {
      return FactFormat.CBOR.writeValueAsBytes(new Written(ledger.self(), keyed));
    } catch (IOException e) {
      throw new UncheckedIOException("this state can't be written", e);
    }
  }

  /** The ledger of a snapshot; empty if it was written by something else, or can't be read. */
  static Optional<Ledger> read(Payload payload) {
    if (payload.kind().serializer() != IDENTIFIER || !payload.kind().manifest().equals(LEDGER)) {
      return Optional.empty();
    }
    try {
      return Optional.of(ledger(payload.bytes()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Ledger ledger(byte[] bytes) throws IOException {
    var written = FactFormat.CBOR.readValue(bytes, Written.class);
    var receipts = Receipts.NONE;
    for (var keyed : written.receipts()) {
      receipts = receipts.with(keyed.key(), keyed.receipt());
    }
    return new Ledger(written.self(), receipts);
  }

  @Override
  public Object fromBinary(byte[] bytes, String manifest) throws NotSerializableException {
    if (!manifest.equals(LEDGER)) {
      throw new NotSerializableException("no snapshot has the manifest '" + manifest + "'");
    }
    try {
      return ledger(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("these bytes are not a snapshot", e);
    }
  }
}
