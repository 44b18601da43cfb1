package life.observe;

import life.being.Fact;
import life.being.SelfState;
import life.being.SelfState.Alive;

/**
 * Which facts are worth a line in the story of a life. All that happens is; quiet time only at
 * first and then now and then, lest the story drown in it.
 */
public final class Story {
  private static final long FIRST_TICKS = 5;
  private static final double SECONDS_PER_MINUTE = 60;
  private static final double SECONDS_PER_HOUR = 3_600;

  private Story() {}

  /** Whether this fact, which led from one state to the other, is told. */
  public static boolean tells(SelfState before, Fact fact, SelfState after) {
    return switch (fact) {
      case Fact.Lived _ ->
          before instanceof Alive then && after instanceof Alive now && isMilestone(then, now);
      case Fact.Reached reached -> after instanceof Alive now && reached.due() > now.tick();
      case Fact.Marked _, Fact.Observed _ -> false;
      case Fact.Born _,
          Fact.Resumed _,
          Fact.Settled _,
          Fact.Branched _,
          Fact.Met _,
          Fact.FellAsleep _,
          Fact.Woke _,
          Fact.Consolidated _,
          Fact.Recalled _,
          Fact.Echoed _,
          Fact.Adapted _,
          Fact.RolledBack _,
          Fact.Degraded _,
          Fact.Recovered _,
          Fact.Died _ ->
          true;
    };
  }

  /** The first ticks, then each minute of the first hour, then each hour. */
  private static boolean isMilestone(Alive then, Alive now) {
    double step = then.ageSeconds() < SECONDS_PER_HOUR ? SECONDS_PER_MINUTE : SECONDS_PER_HOUR;
    return then.tick() < FIRST_TICKS
        || (long) (then.ageSeconds() / step) < (long) (now.ageSeconds() / step);
  }
}
