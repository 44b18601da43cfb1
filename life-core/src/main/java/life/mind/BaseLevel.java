package life.mind;

import life.body.Bounds;
import life.body.Canon;

/**
 * How present a memory is: the base-level activation of ACT-R, {@code B = ln Σ tⱼ^(−d)} over the
 * times since its uses (Anderson and Schooler 1991), after the hybrid form of Petrov
 * ("Computationally efficient approximation of the base-level learning equation in ACT-R", ICCM
 * 2006): the latest use and the first exactly, all between them together. So a memory needs four
 * numbers, however often it was used.
 *
 * @param uses how often it was used, 1 or more
 * @param first when it was used first, in seconds of the being's own time
 * @param last when it was used last, in the same seconds; not before the first
 * @param decay d of all uses but the first, of which {@link Spacing} says what each brings: here is
 *     their mean. The first decays with {@link Spacing#INTERCEPT}
 */
public record BaseLevel(long uses, double first, double last, double decay) {
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
    double mean = uses == 1 ? brought : decay + (brought - decay) / uses;
    return new BaseLevel(uses + 1, first, now, mean);
  }

  /** Both memories as one: the later of their first uses becomes one among the others. */
  public BaseLevel with(BaseLevel other) {
    double decays = decay * (uses - 1) + other.decay * (other.uses - 1) + Spacing.INTERCEPT;
    return new BaseLevel(
        uses + other.uses,
        Math.min(first, other.first),
        Math.max(last, other.last),
        decays / (uses + other.uses - 1));
  }

  /** The activation at a moment that is not before the last use. */
  public double activation(double now) {
    return activation(uses, now - last, now - first, Spacing.INTERCEPT, decay);
  }

  /**
   * The activation of a memory in general.
   *
   * @param uses how often it was used, 1 or more
   * @param sinceLast seconds since the last use; less than 1 counts as 1
   * @param sinceFirst seconds since the first use
   * @param firstDecay d of the first use
   * @param decay d of the others
   */
  static double activation(
      long uses, double sinceLast, double sinceFirst, double firstDecay, double decay) {
    double latest = Math.max(LEAST_SECONDS, sinceLast);
    double oldest = Math.max(LEAST_SECONDS, sinceFirst);
    double sum = StrictMath.pow(oldest, -firstDecay);
    if (uses > 1) {
      sum += StrictMath.pow(latest, -decay) + (uses - 2) * meanBetween(latest, oldest, decay);
    }
    return StrictMath.log(sum);
  }

  /** The mean of t^(−d) between two ages. */
  private static double meanBetween(double latest, double oldest, double decay) {
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
