package life.mind;

import life.body.Bounds;

/**
 * How present a memory is: the base-level activation of ACT-R, {@code B = ln Σ tⱼ^(−d)} over the
 * times since its uses (Anderson and Schooler 1991), in the hybrid form of Petrov ("Computationally
 * efficient approximation of the base-level learning equation in ACT-R", ICCM 2006) with k = 1: the
 * latest use exactly, all older ones together. So a memory needs three numbers, however often it
 * was used.
 *
 * @param uses how often it was used, 1 or more
 * @param first when it was used first, in seconds of the being's own time
 * @param last when it was used last, in the same seconds; not before the first
 */
public record BaseLevel(long uses, double first, double last) {
  /** Decay d of each use. */
  public static final double DECAY = 0.5;

  /** Uses are never closer than this to the moment of looking: activation stays finite. */
  private static final double LEAST_SECONDS = 1;

  public BaseLevel {
    Bounds.within("uses", uses, 1, Long.MAX_VALUE);
    Bounds.within("last use", last, first, Double.MAX_VALUE);
  }

  /** A memory that was just made. */
  public static BaseLevel madeAt(double now) {
    return new BaseLevel(1, now, now);
  }

  /** This memory, used once more. */
  public BaseLevel usedAt(double now) {
    return new BaseLevel(uses + 1, first, now);
  }

  /** The activation at a moment that is not before the last use. */
  public double activation(double now) {
    double latest = Math.max(LEAST_SECONDS, now - last);
    double sum = StrictMath.pow(latest, -DECAY);
    if (uses > 1) {
      double oldest = Math.max(LEAST_SECONDS, now - first);
      sum += StrictMath.pow(oldest, -DECAY) + (uses - 2) * meanBetween(latest, oldest);
    }
    return StrictMath.log(sum);
  }

  /** The mean of t^(−d) between two ages. */
  private static double meanBetween(double latest, double oldest) {
    if (oldest - latest < 1e-9) {
      return StrictMath.pow(oldest, -DECAY);
    }
    double power = 1 - DECAY;
    return (StrictMath.pow(oldest, power) - StrictMath.pow(latest, power))
        / (power * (oldest - latest));
  }
}
