package life.bench;

import java.nio.file.Path;
import java.time.Instant;
import life.actor.SnapshotPolicy;
import life.actor.Waymarks;
import life.being.Course;
import life.being.Decider;
import life.being.LawSettings;
import life.being.LifeCommand;
import life.being.LifeId;
import life.being.Origin;
import life.journal.Arrival;
import life.journal.Biography;
import life.journal.FactStore;
import life.journal.SnapshotArchive;
import life.law.Laws;

/**
 * A life in the shipped world that can't die, told in spans of a minute, with its snapshots: what a
 * page draws.
 *
 * @param facts how many it has at least
 */
record DrawnLife(long facts) {
  static final LifeId ID = new LifeId("methuselah");

  private static final SnapshotPolicy SNAPSHOTS = new SnapshotPolicy(1_000);
  private static final long SPAN = 60;

  /** Lives it in a data directory, unless it is there already. */
  void in(Ground ground, Path data) {
    try (var store = FactStore.open(data.resolve(FactStore.DIRECTORY));
        var snapshots = SnapshotArchive.open(data.resolve(SnapshotArchive.DIRECTORY))) {
      var biography = new Biography(store);
      if (biography.lastSeq(ID) >= facts) {
        return;
      }
      try (var arrival = Arrival.of(store, ID)) {
        var life =
            new Course(
                new Decider(new Laws()), Decider.UNBORN, fact -> arrival.add(Instant.EPOCH, fact));
        var laws = LawSettings.DEFAULT.withMortality(false);
        life.take(new LifeCommand.BeBorn(new Origin(ID, 1, laws, Instant.EPOCH), ground.world()));
        while (life.state().seq() < facts) {
          life.until(life.last().tick() + SPAN);
        }
        arrival.admit();
      }
      new Waymarks(biography, () -> snapshots, SNAPSHOTS).set(ID);
    }
  }
}
