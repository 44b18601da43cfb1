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
