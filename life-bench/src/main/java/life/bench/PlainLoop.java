package life.bench;

import life.being.LawSettings;

/**
 * The flows of all laws, written by hand as one loop over an array: what quiet time would cost
 * without any order in the program. It has to be kept equal to {@code life.law} by hand; {@link
 * QuietTicks} compares every bit before it measures.
 */
final class PlainLoop {
  static final int ENERGY = 0;
  static final int STABILITY = 1;
  static final int INTEGRITY = 2;
  static final int AROUSAL = 3;
  static final int FELT = 4;

  private static final double SECONDS_PER_HOUR = 3600;

  private final double tickSeconds;
  private final double energy;
  private final double arousalCost;
  private final double arousalKept;
  private final double arousalGain;
  private final double wear;
  private final double decay;
  private final double heal;

  PlainLoop(LawSettings laws) {
    double hours = laws.tickSeconds() / SECONDS_PER_HOUR;
    tickSeconds = laws.tickSeconds();
    energy = laws.energyPerHour() * hours;
    arousalCost = laws.arousalCost();
    arousalKept = StrictMath.pow(0.5, laws.tickSeconds() / laws.arousalHalfLifeSeconds());
    arousalGain = laws.arousalGain();
    wear = laws.wearPerHour() * hours;
    decay = laws.decayPerHour() * hours;
    heal = laws.healPerHour() * hours;
  }

  void live(double[] m, long ticks) {
    for (long tick = 0; tick < ticks; tick++) {
      m[ENERGY] = Math.max(0, m[ENERGY] - energy * (1 + arousalCost * m[AROUSAL]));
      double left = m[AROUSAL] * arousalKept;
      m[AROUSAL] = left < 1e-9 ? 0 : left;
      if (m[ENERGY] < 20) {
        m[STABILITY] = Math.max(0, m[STABILITY] - wear * (1 - m[ENERGY] / 20));
      }
      if (m[STABILITY] < 0.3) {
        m[INTEGRITY] = Math.max(0, m[INTEGRITY] - decay * (1 - m[STABILITY] / 0.3));
      }
      if (m[ENERGY] >= 40) {
        m[STABILITY] = Math.min(1, m[STABILITY] + heal);
        if (m[STABILITY] >= 0.6) {
          m[INTEGRITY] = Math.min(1, m[INTEGRITY] + heal * 0.1);
        }
      }
      double rate = (1 + arousalGain * m[AROUSAL]) * (0.7 + (1 - 0.7) * m[ENERGY] * 0.01);
      m[FELT] += Math.max(0.1, Math.min(3, rate)) * tickSeconds;
    }
  }
}
