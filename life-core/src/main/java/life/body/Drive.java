package life.body;

/**
 * The homeostatic drive: how far a being is from where it should be, in one number.
 *
 * <p>{@code D = (Σ|h*ᵢ − hᵢ|ⁿ)^(1/m)} with n = 4 and m = 3, after Keramati and Gutkin, "Homeostatic
 * reinforcement learning for integrating reward collection and physiological stability", eLife 3
 * (2014) e04811, eq. 1. The reward of a change is the drive that it takes away (eq. 2), so the
 * rewards of a path add up to the drives of its ends, whatever the path.
 */
public final class Drive {
  private static final double N = 4;
  private static final double M = 3;

  /** Deficits are counted in tenths of a vital's range, so that a full lack is 10. */
  private static final double UNITS = 10;

  private Drive() {}

  /** The drive of a being with these vitals; 0 when all are at their ideal, at most 31.1. */
  public static double of(Vitals vitals) {
    return of(
        lack(vitals, Vital.ENERGY), lack(vitals, Vital.STABILITY), lack(vitals, Vital.INTEGRITY));
  }

  /** The drive of these distances from the set points. */
  public static double of(double... distances) {
    double sum = 0;
    for (double distance : distances) {
      sum += StrictMath.pow(Math.abs(distance), N);
    }
    return StrictMath.pow(sum, 1 / M);
  }

  /** What a change from one condition to another is worth: positive if it relieves. */
  public static double reward(Vitals before, Vitals after) {
    return of(before) - of(after);
  }

  private static double lack(Vitals vitals, Vital vital) {
    return (vital.full() - vitals.of(vital)) / vital.full() * UNITS;
  }
}
