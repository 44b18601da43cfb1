package life.chronicle;

import life.being.Fact;
import life.being.Phase;
import life.body.Drive;
import life.mind.Condition;

/**
 * What a chart knows of a life after a fact. It follows from the facts alone and without the mind,
 * so millions of them are gone through in seconds.
 *
 * @param tick how many ticks it has lived, 0 or more
 * @param condition what flows in it; of the dead, their last one
 * @param drive of its vitals
 * @param asleep whether it sleeps
 * @param phase where it stands in its lifecycle
 * @param tickSeconds length of a tick in physical seconds
 */
public record Pulse(
    long tick, Condition condition, double drive, boolean asleep, Phase phase, double tickSeconds) {
  /** Before birth. */
  public static final Pulse UNBORN =
      new Pulse(0, Condition.NEWBORN, Drive.of(Condition.NEWBORN.vitals()), false, Phase.INIT, 1);

  /**
   * After the next fact.
   *
   * @throws IllegalArgumentException where a life doesn't begin with its birth
   */
  public Pulse after(Fact fact) {
    if (phase == Phase.DEAD) {
      return this;
    }
    if ((phase == Phase.INIT) != (fact instanceof Fact.Born)) {
      throw new IllegalArgumentException("a life begins with its birth, and has only one");
    }
    return switch (fact) {
      case Fact.Born(var origin, _) ->
          new Pulse(0, condition, drive, false, Phase.ALIVE, origin.laws().tickSeconds());
      case Fact.Lived(long ticks, var after) -> in(after, tick + ticks);
      case Fact.Met met -> in(met.after(), tick);
      case Fact.Echoed echoed -> in(echoed.after(), tick);
      case Fact.FellAsleep _ -> new Pulse(tick, condition, drive, true, phase, tickSeconds);
      case Fact.Woke _ -> new Pulse(tick, condition, drive, false, phase, tickSeconds);
      case Fact.Degraded _ -> entered(Phase.DEGRADING);
      case Fact.Recovered _ -> entered(Phase.ALIVE);
      case Fact.Died _ -> entered(Phase.DEAD);
      case Fact.Branched(_, _, _, var laws) ->
          new Pulse(tick, condition, drive, asleep, phase, laws.tickSeconds());
      case Fact.Reached _,
          Fact.Resumed _,
          Fact.Settled _,
          Fact.Consolidated _,
          Fact.Recalled _,
          Fact.Observed _,
          Fact.Adapted _,
          Fact.RolledBack _,
          Fact.Marked _ ->
          this;
    };
  }

  /** The drive needs powers, and vitals often stay as they are. */
  private Pulse in(Condition after, long at) {
    double need = after.vitals().equals(condition.vitals()) ? drive : Drive.of(after.vitals());
    return new Pulse(at, after, need, asleep, phase, tickSeconds);
  }

  private Pulse entered(Phase next) {
    return new Pulse(tick, condition, drive, asleep, next, tickSeconds);
  }
}
