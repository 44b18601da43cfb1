package life.mind;

/**
 * Whether a memory comes to mind: {@code P = 1/(1 + e^((τ − A)/s))} for the activation A (Anderson
 * and Lebiere, "The Atomic Components of Thought", 1998). Threshold and noise are set so that what
 * was met once comes back with P = 0.95 after an hour of felt time, 0.68 after a day, and 0.16
 * after a month.
 */
public final class Retrieval {
  /** τ: the activation at which a memory comes to mind every second time. */
  public static final double THRESHOLD = -2.2;

  /** s: how gradual that is. */
  public static final double NOISE = 0.25;

  /** A memory below this activation is forgotten at the next consolidation (P = 0.08). */
  public static final double FORGOTTEN = -2.8;

  private Retrieval() {}

  /** The probability with which a memory of that activation comes to mind. */
  public static double probability(double activation) {
    return 1 / (1 + StrictMath.exp((THRESHOLD - activation) / NOISE));
  }
}
