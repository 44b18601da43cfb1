package life.law;

import life.being.LawSettings;

/**
 * The settings of the laws as plain numbers for one tick, worked out once a span.
 *
 * @param tickSeconds physical seconds
 * @param energy used up by a calm tick
 * @param arousalCost see {@link LawSettings#arousalCost()}
 * @param arousalKept share of arousal that a tick leaves
 * @param arousalGain see {@link LawSettings#arousalGain()}
 * @param wear stability that a tick without any energy takes
 * @param decay integrity that a tick without any stability takes
 * @param heal stability that a tick of living well gives back
 */
record Rates(
    double tickSeconds,
    double energy,
    double arousalCost,
    double arousalKept,
    double arousalGain,
    double wear,
    double decay,
    double heal) {
  private static final double SECONDS_PER_HOUR = 3600;

  static Rates of(LawSettings laws) {
    double hours = laws.tickSeconds() / SECONDS_PER_HOUR;
    return new Rates(
        laws.tickSeconds(),
        laws.energyPerHour() * hours,
        laws.arousalCost(),
        StrictMath.pow(0.5, laws.tickSeconds() / laws.arousalHalfLifeSeconds()),
        laws.arousalGain(),
        laws.wearPerHour() * hours,
        laws.decayPerHour() * hours,
        laws.healPerHour() * hours);
  }
}
