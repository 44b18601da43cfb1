package life.being;

import life.body.Bounds;
import life.body.Canon;
import life.mind.SleepCycle;

/**
 * The version of the laws that a being is born under, and the numbers in them that a person may
 * choose. They are part of its birth and never change afterwards.
 *
 * @param version which laws; a change of a law's arithmetic is a new version
 * @param tickSeconds length of a tick in physical seconds, in [0.001, 3600]
 * @param mortality whether it can die; without, it can only become powerless
 * @param energyPerHour energy that an hour of calm waking uses up, in [0, 100]
 * @param energyAsleep share of that which sleep uses, in [0, 1]
 * @param arousalCost by what share full arousal raises that, in [0, 10]
 * @param arousalHalfLifeSeconds after how long half of the arousal is gone, in [1, 86 400]
 * @param arousalGain by what share full arousal speeds the inner clock up, in [0, 10]
 * @param wearPerHour stability that an hour without any energy takes, in [0, 10]
 * @param decayPerHour integrity that an hour without any stability takes, in [0, 10]
 * @param healPerHour stability that an hour of sleep with enough energy gives back (integrity: a
 *     tenth of it), in [0, 10]
 * @param sleep the thresholds of falling asleep and waking
 * @param clockNoise coefficient of variation of felt durations, in [0, 0.2]
 * @param learningRate β of learning what follows, in [0, 1]; the α of a cue is its significance
 */
public record LawSettings(
    int version,
    double tickSeconds,
    boolean mortality,
    double energyPerHour,
    double energyAsleep,
    double arousalCost,
    double arousalHalfLifeSeconds,
    double arousalGain,
    double wearPerHour,
    double decayPerHour,
    double healPerHour,
    SleepCycle sleep,
    double clockNoise,
    double learningRate) {

  /** Defaults under which an unfed being weakens on its third day and dies on its fourth. */
  public static final LawSettings DEFAULT =
      new LawSettings(
          2, 1, true, 1.8, 0.6, 0.5, 600, 1.5, 0.08, 0.06, 0.25, SleepCycle.USUAL, 0.15, 0.3);

  public LawSettings {
    Bounds.within("laws.version", version, 1, Integer.MAX_VALUE);
    Bounds.within("laws.tick-seconds", tickSeconds, 0.001, 3600);
    Bounds.within("laws.energy-per-hour", energyPerHour, 0, 100);
    Bounds.within("laws.energy-asleep", energyAsleep, 0, 1);
    Bounds.within("laws.arousal-cost", arousalCost, 0, 10);
    Bounds.within("laws.arousal-half-life-seconds", arousalHalfLifeSeconds, 1, 86_400);
    Bounds.within("laws.arousal-gain", arousalGain, 0, 10);
    Bounds.within("laws.wear-per-hour", wearPerHour, 0, 10);
    Bounds.within("laws.decay-per-hour", decayPerHour, 0, 10);
    Bounds.within("laws.heal-per-hour", healPerHour, 0, 10);
    Bounds.within("laws.clock-noise", clockNoise, 0, 0.2);
    Bounds.within("laws.learning-rate", learningRate, 0, 1);
  }

  /** The same settings with mortality on or off. */
  public LawSettings withMortality(boolean on) {
    return new LawSettings(
        version,
        tickSeconds,
        on,
        energyPerHour,
        energyAsleep,
        arousalCost,
        arousalHalfLifeSeconds,
        arousalGain,
        wearPerHour,
        decayPerHour,
        healPerHour,
        sleep,
        clockNoise,
        learningRate);
  }

  /** How many ticks so many physical seconds are, at least 1. */
  public long ticks(double seconds) {
    return Math.max(1, Math.round(seconds / tickSeconds));
  }

  void writeTo(Canon canon) {
    canon.whole(version).number(tickSeconds).whole(mortality ? 1 : 0);
    canon.number(energyPerHour).number(energyAsleep).number(arousalCost);
    canon.number(arousalHalfLifeSeconds).number(arousalGain);
    canon.number(wearPerHour).number(decayPerHour).number(healPerHour);
    canon.number(sleep.asleepAbove()).number(sleep.awakeBelow()).number(sleep.swing());
    canon.number(clockNoise).number(learningRate);
  }
}
