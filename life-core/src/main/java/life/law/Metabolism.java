package life.law;

import life.being.Moment;

/** Living uses up energy, and the more so the more the being is stirred. */
final class Metabolism {
  private Metabolism() {}

  static void flow(Moment m, Rates rates) {
    m.energy = Math.max(0, m.energy - rates.energy() * (1 + rates.arousalCost() * m.arousal));
  }
}
