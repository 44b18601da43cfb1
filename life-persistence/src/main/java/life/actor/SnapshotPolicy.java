package life.actor;

import life.body.Bounds;

/**
 * When a life's state is kept beside its journal, so that neither recovery nor a look at the past
 * need read all of it. All of them stay: so every past moment is near one. They may be lost without
 * loss.
 *
 * @param everyFacts a snapshot each time so many facts were added, in [1, 1 000 000]
 */
public record SnapshotPolicy(int everyFacts) {
  public SnapshotPolicy {
    Bounds.within("snapshots.every-facts", everyFacts, 1, 1_000_000);
  }

  boolean isDueAt(long seq) {
    return seq % everyFacts == 0;
  }
}
