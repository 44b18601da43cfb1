package life.actor;

import life.body.Bounds;
import org.apache.pekko.persistence.typed.javadsl.RetentionCriteria;
import org.apache.pekko.persistence.typed.javadsl.SnapshotCountRetentionCriteria;

/**
 * When a life's state is kept beside its journal, so that recovery need not read all of it.
 * Snapshots may be lost without loss; facts are never deleted.
 *
 * @param everyFacts a snapshot each time so many facts were added, in [1, 1 000 000]
 * @param kept how many snapshots stay, in [1, 100]
 */
public record SnapshotPolicy(int everyFacts, int kept) {
  public SnapshotPolicy {
    Bounds.within("snapshots.every-facts", everyFacts, 1, 1_000_000);
    Bounds.within("snapshots.kept", kept, 1, 100);
  }

  SnapshotCountRetentionCriteria retention() {
    return RetentionCriteria.snapshotEvery(everyFacts, kept);
  }
}
