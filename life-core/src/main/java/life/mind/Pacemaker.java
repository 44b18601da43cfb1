package life.mind;

import life.body.Bounds;
import life.world.Chance;
import life.world.Chance.Faculty;

/**
 * Why a felt duration is never quite the same twice: the inner clock runs a little fast or slow,
 * anew in each epoch. Noise that multiplies gives the scalar property: the deviation of felt
 * durations is the same share of their mean at all durations (Gibbon, "Scalar expectancy theory and
 * Weber's law in animal timing", Psychological Review 84 (1977) 279).
 */
public final class Pacemaker {
  /** Ticks for which the clock keeps its pace; durations well below it have the whole noise. */
  public static final long EPOCH_TICKS = 3_600;

  private static final double SLOWEST = 0.3;
  private static final double FASTEST = 1.7;

  private Pacemaker() {}

  /**
   * The pace during the epoch of the tick after this one, 1 on average.
   *
   * @param seed of the life
   * @param tick that was lived last
   * @param noise coefficient of variation, in [0, 0.2]
   */
  public static double pace(long seed, long tick, double noise) {
    double around = Chance.around(seed, Faculty.PACEMAKER, tick / EPOCH_TICKS);
    return Bounds.clamp(1 + noise * around, SLOWEST, FASTEST);
  }
}
