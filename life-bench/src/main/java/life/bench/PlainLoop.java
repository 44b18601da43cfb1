package life.bench;

import life.being.LawSettings;
import life.mind.Pacemaker;

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
  static final int PRESSURE = 5;

  private static final double SECONDS_PER_HOUR = 3600;
  private static final long EPOCH = 3_600;

  private final LawSettings laws;
  private final long seed;
  private final double energy;
  private final double arousalKept;
  private final double wear;
  private final double decay;
  private final double heal;
  private final double keptAwake;
  private final double keptAsleep;
  private final long look;

  PlainLoop(LawSettings laws, long seed) {
    this.laws = laws;
    this.seed = seed;
    double hours = laws.tickSeconds() / SECONDS_PER_HOUR;
    energy = laws.energyPerHour() * hours;
    arousalKept = StrictMath.pow(0.5, laws.tickSeconds() / laws.arousalHalfLifeSeconds());
    wear = laws.wearPerHour() * hours;
    decay = laws.decayPerHour() * hours;
    heal = laws.healPerHour() * hours;
    keptAwake = StrictMath.exp(-hours / 18.2);
    keptAsleep = StrictMath.exp(-hours / 4.2);
    look = Math.max(1, Math.round(60 / laws.tickSeconds()));
  }

  /** Lives from tick to tick; a being that is awake at first. */
  void live(double[] m, long from, long ticks) {
    boolean asleep = false;
    double pace = 1;
    for (long tick = from; tick < from + ticks; tick++) {
      if (tick % EPOCH == 0 || tick == from) {
        pace = Pacemaker.pace(seed, tick, laws.clockNoise());
      }
      double use = asleep ? energy * laws.energyAsleep() : energy;
      m[ENERGY] = Math.max(0, m[ENERGY] - use * (1 + laws.arousalCost() * m[AROUSAL]));
      double left = m[AROUSAL] * arousalKept;
      m[AROUSAL] = left < 1e-9 ? 0 : left;
      if (m[ENERGY] < 20) {
        m[STABILITY] = Math.max(0, m[STABILITY] - wear * (1 - m[ENERGY] / 20));
      }
      if (m[STABILITY] < 0.3) {
        m[INTEGRITY] = Math.max(0, m[INTEGRITY] - decay * (1 - m[STABILITY] / 0.3));
      }
      if (asleep && m[ENERGY] >= 40) {
        m[STABILITY] = Math.min(1, m[STABILITY] + heal);
        if (m[STABILITY] >= 0.6) {
          m[INTEGRITY] = Math.min(1, m[INTEGRITY] + heal * 0.1);
        }
      }
      m[PRESSURE] = asleep ? m[PRESSURE] * keptAsleep : 1 + (m[PRESSURE] - 1) * keptAwake;
      double felt = asleep ? pace * 0.3 : pace;
      double rate =
          (1 + laws.arousalGain() * m[AROUSAL]) * (0.7 + (1 - 0.7) * m[ENERGY] * 0.01) * felt;
      m[FELT] += Math.max(0.1, Math.min(3, rate)) * laws.tickSeconds();
      if ((tick + 1) % look == 0) {
        double rhythm =
            StrictMath.sin(2 * Math.PI * ((tick + 1) * laws.tickSeconds() / SECONDS_PER_HOUR) / 24);
        double swing = laws.sleep().swing() * rhythm;
        asleep =
            asleep
                ? m[PRESSURE] > laws.sleep().awakeBelow() + swing
                : m[PRESSURE] >= laws.sleep().asleepAbove() + swing;
      }
    }
  }
}
