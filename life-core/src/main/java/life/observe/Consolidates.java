package life.observe;

import java.util.List;
import life.being.Fact;
import life.being.SelfState.Alive;
import life.detect.Checkpoint;

/**
 * Sleep takes over what mattered: a being that has slept for an hour and a half has consolidated,
 * and something of what waited is kept.
 */
final class Consolidates implements Expectation {
  private static final double BY_THEN_SECONDS = 5_400;

  /** As many episodes waited for sleep as can't all be too faint to be kept. */
  private static final int WORTH_SOME = 4;

  private static final double DIGITS = 8;

  private Juncture since = new Juncture(1, 0);
  private long misses;
  private long counted = -1;

  @Override
  public void next(Alive before, Fact fact, Alive after, Signs signs) {
    var memory = before.mind().memory();
    if (fact instanceof Fact.Consolidated(_, var kept, _)) {
      if (kept.isEmpty() && memory.worthKeeping().size() >= WORTH_SOME) {
        miss(after, signs);
      } else {
        misses = 0;
      }
    } else if (fact instanceof Fact.Lived
        && after.sleep().asleep()
        && memory.consolidated() < after.sleep().since()
        && (after.tick() - after.sleep().since()) * after.origin().laws().tickSeconds()
            >= BY_THEN_SECONDS) {
      miss(after, signs);
    }
  }

  /** Once for each sleep. */
  private void miss(Alive after, Signs signs) {
    if (counted == after.sleep().since()) {
      return;
    }
    counted = after.sleep().since();
    if (misses++ == 0) {
      since = new Juncture(after.seq(), after.tick());
    }
    int waiting = after.mind().memory().worthKeeping().size();
    signs.show(
        SignKind.NO_CONSOLIDATION,
        "",
        since,
        List.of(since.seq(), after.seq()),
        DIGITS * misses,
        () ->
            (misses == 1 ? "its sleep" : misses + " sleeps in a row")
                + " took nothing over into long-term memory, though "
                + waiting
                + " things that mattered wait for it");
  }

  @Override
  public void keep(Checkpoint checkpoint) {
    since = since.keep(checkpoint);
    misses = checkpoint.whole(misses);
    counted = checkpoint.whole(counted);
  }
}
