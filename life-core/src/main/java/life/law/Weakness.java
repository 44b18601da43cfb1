package life.law;

import life.being.Moment;

/** Lack of energy wears stability away, and lack of stability wears integrity away. */
final class Weakness {
  /** Energy below which a being is weak. */
  static final double WEAK_ENERGY = 20;

  /** Stability below which a being frays. */
  static final double FRAYED_STABILITY = 0.3;

  private Weakness() {}

  static void flow(Moment m, Rates rates) {
    if (m.energy < WEAK_ENERGY) {
      double lack = 1 - m.energy / WEAK_ENERGY;
      m.stability = Math.max(0, m.stability - rates.wear() * lack);
    }
    if (m.stability < FRAYED_STABILITY) {
      double lack = 1 - m.stability / FRAYED_STABILITY;
      m.integrity = Math.max(0, m.integrity - rates.decay() * lack);
    }
  }
}
