package life.observe;

import life.being.LawSettings;
import life.mind.SleepCycle;

/** The usual settings of the laws with one of them changed. */
final class Settings {
  private Settings() {}

  static LawSettings energyPerHour(double value) {
    return changed(LawSettings.DEFAULT.mortality(), value, LawSettings.DEFAULT.sleep());
  }

  static LawSettings asleepBy(SleepCycle sleep) {
    return changed(LawSettings.DEFAULT.mortality(), LawSettings.DEFAULT.energyPerHour(), sleep);
  }

  static LawSettings immortal(LawSettings settings) {
    return settings.withMortality(false);
  }

  static LawSettings ticksOf(double seconds) {
    return changed(seconds, LawSettings.DEFAULT.energyAsleep());
  }

  static LawSettings restful() {
    return changed(LawSettings.DEFAULT.tickSeconds(), 0);
  }

  private static LawSettings changed(double tickSeconds, double energyAsleep) {
    var usual = LawSettings.DEFAULT;
    return new LawSettings(
        usual.version(),
        tickSeconds,
        false,
        usual.energyPerHour(),
        energyAsleep,
        usual.arousalCost(),
        usual.arousalHalfLifeSeconds(),
        usual.arousalGain(),
        usual.wearPerHour(),
        usual.decayPerHour(),
        usual.healPerHour(),
        usual.sleep(),
        usual.clockNoise(),
        usual.learningRate());
  }

  private static LawSettings changed(boolean mortality, double energyPerHour, SleepCycle sleep) {
    var usual = LawSettings.DEFAULT;
    return new LawSettings(
        usual.version(),
        usual.tickSeconds(),
        mortality,
        energyPerHour,
        usual.energyAsleep(),
        usual.arousalCost(),
        usual.arousalHalfLifeSeconds(),
        usual.arousalGain(),
        usual.wearPerHour(),
        usual.decayPerHour(),
        usual.healPerHour(),
        sleep,
        usual.clockNoise(),
        usual.learningRate());
  }
}
