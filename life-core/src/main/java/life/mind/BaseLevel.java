package life.mind;

import life.body.Bounds;
import life.body.Canon;

/**
 * How present a memory is: the base-level activation of ACT-R, {@code B = ln Σ tⱼ^(−d)} over the
 * times since its uses (Anderson and Schooler 1991), in the hybrid form of Petrov ("Computationally
 * efficient approximation of the base-level learning equation in ACT-R", ICCM 2006) with k = 1: the
 * latest use exactly, all older ones together. So a memory needs four numbers, however often it was
 * used.
 *
 * @param uses how often it was used, 1 or more
 * @param first when it was used first, in seconds of the being's own time
 * @param last when it was used last, in the same seconds; not before the first
 * @param decay d of its uses; {@link Spacing} says what each use brings, here is their mean
 */
public record BaseLevel(long uses, double first, double last, double decay) {
  /** The decay that is usual in ACT-R. */
  public static final double USUAL_DECAY = 0.5;

  /** Uses are never closer than this to the moment of looking: activation stays finite. */
  private static final double LEAST_SECONDS = 1;

  public BaseLevel {
    Bounds.within("uses", uses, 1, Long.MAX_VALUE);
    Bounds.within("last use", last, first, Double.MAX_VALUE);
    Bounds.within("decay", decay, 0, 1);
  }

  /** A memory that was just made. */
  public static BaseLevel madeAt(double now) {
    return new BaseLevel(1, now, now, Spacing.INTERCEPT);
  }

  /** This memory, used once more; the more present it is, the less that use will last. */
  public BaseLevel usedAt(double now) {
    double brought = Bounds.clamp(Spacing.decay(activation(now)), 0, 1);
    return new BaseLevel(uses + 1, first, now, decay + (brought - decay) / (uses + 1));
  }

  /** Both memories as one. */
  public BaseLevel with(BaseLevel other) {
    double share = (double) other.uses / (uses + other.uses);
    return new BaseLevel(
        uses + other.uses,
        Math.min(first, other.first),
        Math.max(last, other.last),
        decay + (other.decay - decay) * share);
  }

  /** The activation at a moment that is not before the last use. */
  public double activation(double now) {
    double latest = Math.max(LEAST_SECONDS, now - last);
    double sum = StrictMath.pow(latest, -decay);
    if (uses > 1) {
      double oldest = Math.max(LEAST_SECONDS, now - first);
      sum += StrictMath.pow(oldest, -decay) + (uses - 2) * meanBetween(latest, oldest);
    }
    return StrictMath.log(sum);
  }

  /** The mean of t^(−d) between two ages. */
  private double meanBetween(double latest, double oldest) {
    if (oldest - latest < 1e-9 || decay == 1) {
      return StrictMath.pow(oldest, -decay);
    }
    double power = 1 - decay;
    return (StrictMath.pow(oldest, power) - StrictMath.pow(latest, power))
        / (power * (oldest - latest));
  }

  void writeTo(Canon canon) {
    canon.whole(uses).number(first).number(last).number(decay);
  }
}
