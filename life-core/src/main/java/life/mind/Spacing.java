package life.mind;

/**
 * Why cramming fades: each use of a memory decays the faster, the more present the memory was when
 * it was used. {@code d = c·e^m + α} with the activation m at the use, so that uses far apart last
 * longer (Pavlik and Anderson, "Practice and forgetting effects on vocabulary memory: an
 * activation-based model of the spacing effect", Cognitive Science 29 (2005) 559).
 */
public final class Spacing {
  /** Scale c of the decay by activation. */
  public static final double SCALE = 0.217;

  /** Intercept α: the decay of a first use. */
  public static final double INTERCEPT = 0.177;

  private Spacing() {}

  /** The decay of a use that finds the memory at this activation; of the first use: α alone. */
  public static double decay(double activation) {
    return SCALE * StrictMath.exp(activation) + INTERCEPT;
  }

  /**
   * The activation at {@code now} of a memory used at these times.
   *
   * @param times of the uses, ascending, in seconds
   * @param now after the last of them
   */
  public static double activation(double[] times, double now) {
    double[] decays = new double[times.length];
    for (int use = 0; use < times.length; use++) {
      decays[use] = decay(activation(times, decays, use, times[use]));
    }
    return activation(times, decays, times.length, now);
  }

  private static double activation(double[] times, double[] decays, int uses, double now) {
    double sum = 0;
    for (int use = 0; use < uses; use++) {
      sum += StrictMath.pow(now - times[use], -decays[use]);
    }
    return uses == 0 ? Double.NEGATIVE_INFINITY : StrictMath.log(sum);
  }
}
