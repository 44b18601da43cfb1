package life.observe;

import java.util.List;
import java.util.Locale;
import life.being.Fact;
import life.being.SelfState.Alive;
import life.being.Source;
import life.detect.Checkpoint;
import life.world.World;

/**
 * What a world brings is fixed by seed and tick ({@link World#isEventful}): one stimulus at each
 * eventful tick, none at others. So a stimulus that is missing, or is there twice, is noticed at
 * once. What somebody staged has a key and is not the world's own; in a branch, what the world
 * brings may have been dropped on purpose, and nothing is expected.
 */
final class WorldKeepsItsWord implements Expectation {
  private long due = -1;
  private long dueSeq = 1;
  private long brought = -1;
  private long broughtSeq = 1;
  private boolean isBranch;

  @Override
  public void next(Alive before, Fact fact, Alive after, Signs signs) {
    switch (fact) {
      case Fact.Lived _ when isBranch -> {}
      case Fact.Lived _ -> {
        missing(after, signs);
        expect(before, after, signs);
      }
      case Fact.Reached(var stimulus, long at, var source, var key, _)
          when source == Source.WORLD && key == null && at == after.tick() && !isBranch -> {
        if (due != after.tick()) {
          uncalled(stimulus.kind(), after, signs);
        }
        brought = after.tick();
        broughtSeq = after.seq();
        due = -1;
      }
      case Fact.Settled _ -> due = -1;
      case Fact.Branched _ -> isBranch = true;
      case Fact.Born _,
          Fact.Reached _,
          Fact.Resumed _,
          Fact.Met _,
          Fact.FellAsleep _,
          Fact.Woke _,
          Fact.Consolidated _,
          Fact.Recalled _,
          Fact.Echoed _,
          Fact.Observed _,
          Fact.Adapted _,
          Fact.RolledBack _,
          Fact.Degraded _,
          Fact.Recovered _,
          Fact.Died _,
          Fact.Marked _ -> {}
    }
  }

  /** Time has passed since something was due. */
  private void missing(Alive after, Signs signs) {
    if (due >= 0) {
      missed(due, dueSeq, after, signs);
      due = -1;
    }
  }

  private void expect(Alive before, Alive after, Signs signs) {
    long seed = before.origin().seed();
    for (long tick = before.tick() + 1; tick <= after.tick(); tick++) {
      if (before.world().isEventful(seed, tick)) {
        if (tick < after.tick()) {
          missed(tick, after.seq(), after, signs);
        } else {
          due = tick;
          dueSeq = after.seq();
        }
      }
    }
  }

  private static void missed(long tick, long seq, Alive after, Signs signs) {
    signs.show(
        SignKind.MISSING_STIMULUS,
        "",
        new Juncture(seq, tick),
        List.of(seq, after.seq()),
        Sign.CERTAIN,
        () -> {
          var stimulus = after.world().draw(after.origin().seed(), tick);
          return String.format(
              Locale.ROOT,
              "its world was to bring %s at tick %d, and it never came",
              stimulus.map(s -> s.kind()).orElse("something"),
              tick);
        });
  }

  private void uncalled(String kind, Alive after, Signs signs) {
    boolean isSecond = brought == after.tick();
    signs.show(
        SignKind.UNCALLED_STIMULUS,
        "",
        new Juncture(after.seq(), after.tick()),
        isSecond ? List.of(broughtSeq, after.seq()) : List.of(after.seq()),
        Sign.CERTAIN,
        () ->
            isSecond
                ? kind
                    + " came though its world had brought what it brings at that tick: it is there twice"
                : kind + " came at a tick at which its world brings nothing");
  }

  @Override
  public void keep(Checkpoint checkpoint) {
    due = checkpoint.whole(due);
    dueSeq = checkpoint.whole(dueSeq);
    brought = checkpoint.whole(brought);
    broughtSeq = checkpoint.whole(broughtSeq);
    isBranch = checkpoint.flag(isBranch);
  }
}
