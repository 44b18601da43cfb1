package life.actor;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Supplier;
import life.being.LifeId;
import life.being.SelfState;
import life.journal.JournalFailure;
import life.journal.Snapshot;
import life.journal.SnapshotArchive;
import life.journal.Waypoints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The snapshots of lives as waypoints for readers. What can't be read is passed over. */
public record KeptStates(Supplier<SnapshotArchive> snapshots) implements Waypoints {
  private static final Logger LOG = LoggerFactory.getLogger(KeptStates.class);

  @Override
  public Optional<SelfState> before(LifeId id, long seq) {
    var found = new ArrayList<SelfState>(1);
    try {
      snapshots
          .get()
          .visit(
              id.slug(),
              new SnapshotArchive.Selection(1, seq, _ -> true),
              snapshot -> {
                self(snapshot).filter(state -> state.seq() == snapshot.seq()).ifPresent(found::add);
                return found.isEmpty();
              });
    } catch (JournalFailure e) {
      LOG.warn(
          "No snapshot of {} can be read; its facts are told from its birth. {}",
          id,
          e.getMessage());
    }
    return found.stream().findFirst();
  }

  private static Optional<SelfState> self(Snapshot snapshot) {
    return LedgerSerializer.read(snapshot.state()).map(Ledger::self);
  }
}
