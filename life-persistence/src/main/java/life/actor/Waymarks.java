package life.actor;

import java.util.function.Supplier;
import life.being.Fact;
import life.being.LifeId;
import life.journal.Biography;
import life.journal.JournalFailure;
import life.journal.Kind;
import life.journal.Payload;
import life.journal.Snapshot;
import life.journal.SnapshotArchive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets the snapshots of a life that came as a whole, as if it had been lived here: so its past is
 * as near as that of any other, and it wakes as quickly.
 *
 * @param biography in which it stands
 * @param snapshots where they are kept
 * @param policy how far they lie apart
 */
public record Waymarks(
    Biography biography, Supplier<SnapshotArchive> snapshots, SnapshotPolicy policy) {
  private static final Logger LOG = LoggerFactory.getLogger(Waymarks.class);

  /** Goes through the life once. That it can't be done is no harm, and is told in the log. */
  public void set(LifeId id) {
    try {
      var archive = snapshots.get();
      var going = new Going(archive, id);
      biography.facts(id, 1, biography.lastSeq(id), going::pass);
    } catch (JournalFailure e) {
      LOG.warn("{} has fewer snapshots than it could have. {}", id, e.getMessage());
    }
  }

  private final class Going {
    private final LedgerSerializer serializer = new LedgerSerializer();
    private final SnapshotArchive archive;
    private final LifeId id;
    private Ledger ledger = Ledger.EMPTY;

    Going(SnapshotArchive archive, LifeId id) {
      this.archive = archive;
      this.id = id;
    }

    void pass(Fact fact) {
      ledger = ledger.after(fact);
      long seq = ledger.self().seq();
      if (policy.isDueAt(seq)) {
        var kind = new Kind(serializer.identifier(), serializer.manifest(ledger), "");
        var state = new Payload(kind, serializer.toBinary(ledger));
        archive.save(new Snapshot(id.slug(), seq, System.currentTimeMillis(), state, null));
      }
    }
  }
}
