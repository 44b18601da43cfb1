package life.bench.trouble;

import java.util.List;
import java.util.SplittableRandom;
import life.being.LawSettings;
import life.mind.SleepCycle;

/**
 * A constant of the laws that may change in mid-life. Each of them shows in a healthy life: wear
 * and decay, which only strike the weak, are none of them, nor is the cost of arousal, which moves
 * the energy of a calm life by less than its meals do.
 */
enum Constant {
  ENERGY_PER_HOUR,
  ENERGY_ASLEEP,
  AROUSAL_HALF_LIFE,
  AROUSAL_GAIN,
  HEAL_PER_HOUR,
  ASLEEP_ABOVE,
  AWAKE_BELOW;

  private static final List<Constant> ALL = List.of(values());

  /** Beyond this pressure a being would hardly ever fall asleep. */
  private static final double MOST_PRESSURE = 0.94;

  static Constant any(SplittableRandom dice) {
    return ALL.get(dice.nextInt(ALL.size()));
  }

  /** Those settings with this one multiplied, and kept within its bounds. */
  LawSettings times(double factor, LawSettings laws) {
    var sleep = laws.sleep();
    return new LawSettings(
        laws.version(),
        laws.tickSeconds(),
        laws.mortality(),
        laws.energyPerHour() * (this == ENERGY_PER_HOUR ? factor : 1),
        Math.min(1, laws.energyAsleep() * (this == ENERGY_ASLEEP ? factor : 1)),
        laws.arousalCost(),
        laws.arousalHalfLifeSeconds() * (this == AROUSAL_HALF_LIFE ? factor : 1),
        laws.arousalGain() * (this == AROUSAL_GAIN ? factor : 1),
        laws.wearPerHour(),
        laws.decayPerHour(),
        laws.healPerHour() * (this == HEAL_PER_HOUR ? factor : 1),
        new SleepCycle(
            Math.min(MOST_PRESSURE, sleep.asleepAbove() * (this == ASLEEP_ABOVE ? factor : 1)),
            sleep.awakeBelow() * (this == AWAKE_BELOW ? factor : 1),
            sleep.swing()),
        laws.clockNoise(),
        laws.learningRate());
  }
}
