package life.law;

import life.being.Moment;

/**
 * A being with enough energy mends in its sleep: first its order, then, ten times more slowly, its
 * substance.
 */
final class Healing {
  /** Energy from which a being mends. */
  static final double ENOUGH_ENERGY = 40;

  /** Stability from which its integrity mends as well. */
  static final double STEADY = 0.6;

  private static final double INTEGRITY_SHARE = 0.1;

  private Healing() {}

  static void flow(Moment m, Rates rates) {
    if (m.energy < ENOUGH_ENERGY) {
      return;
    }
    m.stability = Math.min(1, m.stability + rates.heal());
    if (m.stability >= STEADY) {
      m.integrity = Math.min(1, m.integrity + rates.heal() * INTEGRITY_SHARE);
    }
  }
}
