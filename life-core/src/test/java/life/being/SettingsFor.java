package life.being;

import life.mind.SleepCycle;

/** Laws in a test, in which some things stand still so that others can be seen. */
public final class SettingsFor {
  /** A being that never sleeps: its pressure can't reach the threshold within weeks. */
  public static final SleepCycle NO_SLEEP = new SleepCycle(1, 0.17, 0);

  private SettingsFor() {}

  /** Immortal, needs no energy, with this sleep and this noise of the inner clock. */
  public static LawSettings tireless(SleepCycle sleep, double clockNoise) {
    var usual = LawSettings.DEFAULT;
    return new LawSettings(
        usual.version(),
        usual.tickSeconds(),
        false,
        0,
        usual.energyAsleep(),
        usual.arousalCost(),
        usual.arousalHalfLifeSeconds(),
        usual.arousalGain(),
        usual.wearPerHour(),
        usual.decayPerHour(),
        usual.healPerHour(),
        sleep,
        clockNoise,
        usual.learningRate());
  }

  /** As {@link #tireless}, and what stirs it stirs it for ever, or never, in the inner clock. */
  public static LawSettings stirred(double gain, double halfLifeSeconds) {
    var tireless = tireless(NO_SLEEP, 0);
    return new LawSettings(
        tireless.version(),
        tireless.tickSeconds(),
        false,
        0,
        tireless.energyAsleep(),
        tireless.arousalCost(),
        halfLifeSeconds,
        gain,
        tireless.wearPerHour(),
        tireless.decayPerHour(),
        tireless.healPerHour(),
        NO_SLEEP,
        0,
        tireless.learningRate());
  }
}
