package life.being;

import life.body.Bounds;

/**
 * The version of the laws that a being is born under, and the numbers in them that a person may
 * choose. They are part of its birth and never change afterwards.
 *
 * @param version which laws; a change of a law's arithmetic is a new version
 * @param tickSeconds length of a tick in physical seconds, in [0.001, 3600]
 * @param mortality whether it can die; without, it can only become powerless
 * @param energyPerHour energy that an hour of calm living uses up, in [0, 100]
 * @param arousalCost by what share full arousal raises that, in [0, 10]
 * @param arousalHalfLifeSeconds after how long half of the arousal is gone, in [1, 86 400]
 * @param arousalGain by what share full arousal speeds the inner clock up, in [0, 10]
 * @param wearPerHour stability that an hour without any energy takes, in [0, 10]
 * @param decayPerHour integrity that an hour without any stability takes, in [0, 10]
 * @param healPerHour stability that an hour of living well gives back (integrity: a tenth of it),
 *     in [0, 10]
 */
public record LawSettings(
    int version,
    double tickSeconds,
    boolean mortality,
    double energyPerHour,
    double arousalCost,
    double arousalHalfLifeSeconds,
    double arousalGain,
    double wearPerHour,
    double decayPerHour,
    double healPerHour) {

  /** Defaults under which an unfed being weakens on its third day and dies on its fourth. */
  public static final LawSettings DEFAULT =
      new LawSettings(1, 1, true, 1.6, 0.5, 600, 1.5, 0.08, 0.06, 0.1);

  public LawSettings {
    Bounds.within("laws.version", version, 1, Integer.MAX_VALUE);
    Bounds.within("laws.tick-seconds", tickSeconds, 0.001, 3600);
    Bounds.within("laws.energy-per-hour", energyPerHour, 0, 100);
    Bounds.within("laws.arousal-cost", arousalCost, 0, 10);
    Bounds.within("laws.arousal-half-life-seconds", arousalHalfLifeSeconds, 1, 86_400);
    Bounds.within("laws.arousal-gain", arousalGain, 0, 10);
    Bounds.within("laws.wear-per-hour", wearPerHour, 0, 10);
    Bounds.within("laws.decay-per-hour", decayPerHour, 0, 10);
    Bounds.within("laws.heal-per-hour", healPerHour, 0, 10);
  }

  /** The same settings with mortality on or off. */
  public LawSettings withMortality(boolean on) {
    return new LawSettings(
        version,
        tickSeconds,
        on,
        energyPerHour,
        arousalCost,
        arousalHalfLifeSeconds,
        arousalGain,
        wearPerHour,
        decayPerHour,
        healPerHour);
  }
}
