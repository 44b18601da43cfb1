package life.law;

import life.being.Moment;

/** What stirred a being fades: arousal decays exponentially. */
final class Calming {
  /** Arousal below this is none; so a long calm does not crawl through denormal numbers. */
  private static final double NOTHING = 1e-9;

  private Calming() {}

  static void flow(Moment m, Rates rates) {
    double left = m.arousal * rates.arousalKept();
    m.arousal = left < NOTHING ? 0 : left;
  }
}
