package life.mind;

import life.body.Canon;

/**
 * How new a kind of stimulus still is to a being: each meeting takes a share of it, and rest gives
 * it back, as in habituation and its spontaneous recovery (Thompson and Spencer, Psychological
 * Review 73 (1966) 16; the exponential form after Stanley, Nature 261 (1976) 146).
 *
 * @param kind of stimulus
 * @param left right after it was met last, in [0, 1]; 1 is entirely new
 * @param tick at which it was met last
 */
public record Novelty(String kind, double left, long tick) {
  /** Share of the novelty that a meeting takes. */
  public static final double WORN_OFF = 0.2;

  /** Seconds in which half of what was worn off comes back: six hours. */
  public static final double HALF_LIFE_SECONDS = 21_600;

  /** A kind that was never met. */
  static Novelty entire(String kind) {
    return new Novelty(kind, 1, 0);
  }

  /** How new the kind is at a tick that is not before the last meeting. */
  double at(long now, double tickSeconds) {
    double seconds = (now - tick) * tickSeconds;
    return 1 - (1 - left) * StrictMath.pow(0.5, seconds / HALF_LIFE_SECONDS);
  }

  /** After a meeting that found the kind that new. */
  static Novelty met(String kind, double found, long tick) {
    return new Novelty(kind, found * (1 - WORN_OFF), tick);
  }

  void writeTo(Canon canon) {
    canon.text(kind).number(left).whole(tick);
  }
}
