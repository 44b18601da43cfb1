package life.world;

import life.body.Bounds;
import life.body.Canon;

/**
 * How one kind makes another likelier for a while: its weight is multiplied by {@code factor} right
 * after the cause, and half of that influence is gone with each half-life. The cause counts as what
 * its tick would have brought without chains, so chains do not build on each other, and each tick
 * can be drawn without all those before it.
 *
 * @param cause name of the kind that came
 * @param effect name of the kind that becomes likelier, or less likely
 * @param factor in [0, 100]; below 1 it becomes less likely
 * @param halfLifeTicks in [1, {@link #LONGEST_HALF_LIFE}]
 */
public record Chain(String cause, String effect, double factor, long halfLifeTicks) {
  /** So that looking back for causes stays quick. */
  public static final long LONGEST_HALF_LIFE = 1_800;

  public Chain {
    Stimulus.requireKind(cause);
    Stimulus.requireKind(effect);
    Bounds.within("factor of the chain from " + cause, factor, 0, 100);
    Bounds.within("half-life of the chain from " + cause, halfLifeTicks, 1, LONGEST_HALF_LIFE);
  }

  /** What it adds to the factor 1 of the effect, so many ticks after the cause. */
  double influence(long age) {
    return (factor - 1) * StrictMath.pow(0.5, (double) age / halfLifeTicks);
  }

  void writeTo(Canon canon) {
    canon.text(cause).text(effect).number(factor).whole(halfLifeTicks);
  }
}
