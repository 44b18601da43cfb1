package life.being;

import java.util.List;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;

/** Which hook belongs to which fact. */
public final class Lifecycle {
  private Lifecycle() {}

  /** Calls the hooks for facts that have become durable. */
  public static void announce(LifecycleHooks hooks, List<Step> steps) {
    steps.forEach(step -> announce(hooks, step.fact(), step.after()));
  }

  private static void announce(LifecycleHooks hooks, Fact fact, SelfState after) {
    if (after instanceof Alive being) {
      switch (fact) {
        case Fact.Born _ -> hooks.onBirth(being);
        case Fact.Lived(long ticks, _) -> hooks.onTick(being, ticks);
        case Fact.Degraded _ -> hooks.onDegrade(being);
        case Fact.Recovered _ -> hooks.onRecover(being);
        case Fact.Reached _,
            Fact.Resumed _,
            Fact.Settled _,
            Fact.Branched _,
            Fact.Met _,
            Fact.FellAsleep _,
            Fact.Woke _,
            Fact.Consolidated _,
            Fact.Recalled _,
            Fact.Echoed _,
            Fact.Observed _,
            Fact.Adapted _,
            Fact.RolledBack _,
            Fact.Died _,
            Fact.Marked _ -> {}
      }
    }
    if (fact instanceof Fact.Died && after instanceof Dead being) {
      hooks.onDeath(being);
    }
  }
}
