package life.mind;

import life.body.Bounds;
import life.body.Vitals;

/**
 * The straight way from one condition to a later one: what is taken to have been within a span of
 * quiet time, of which a fact records only where it led.
 *
 * @param endTick after {@code startTick}
 */
public record Line(Condition start, long startTick, Condition end, long endTick) {

  /** The condition at a tick of it. */
  public Condition at(long tick) {
    return tick >= endTick ? end : at((double) (tick - startTick) / (endTick - startTick));
  }

  private Condition at(double share) {
    var from = start.vitals();
    var to = end.vitals();
    return new Condition(
        new Vitals(
            between(from.energy(), to.energy(), share),
            between(from.stability(), to.stability(), share),
            between(from.integrity(), to.integrity(), share)),
        between(start.arousal(), end.arousal(), share),
        between(start.felt(), end.felt(), share),
        between(start.pressure(), end.pressure(), share));
  }

  /** Kept between both, which rounding alone would not. */
  private static double between(double from, double to, double share) {
    return Bounds.clamp(from + (to - from) * share, Math.min(from, to), Math.max(from, to));
  }
}
