package life.law;

import life.being.SelfState.Alive;
import life.mind.Pacemaker;
import life.mind.SleepCycle;
import life.mind.SubjectiveClock;

/**
 * The settings of the laws as plain numbers for one tick of a being that sleeps or is awake, worked
 * out once a span.
 *
 * @param tickSeconds physical seconds
 * @param energy used up by a calm tick
 * @param arousalCost see {@link life.being.LawSettings#arousalCost()}
 * @param arousalKept share of arousal that a tick leaves
 * @param arousalGain see {@link life.being.LawSettings#arousalGain()}
 * @param wear stability that a tick without any energy takes
 * @param decay integrity that a tick without any stability takes
 * @param heal stability that a tick gives back; 0 awake
 * @param pressureAim where sleep pressure tends
 * @param pressureKept share of the distance to there that a tick leaves
 * @param pace of the inner clock
 */
record Rates(
    double tickSeconds,
    double energy,
    double arousalCost,
    double arousalKept,
    double arousalGain,
    double wear,
    double decay,
    double heal,
    double pressureAim,
    double pressureKept,
    double pace) {
  private static final double SECONDS_PER_HOUR = 3600;

  /** The rates from the tick after {@code tick} on, to the end of the {@link Pacemaker}'s epoch. */
  static Rates of(Alive being, long tick) {
    var laws = being.origin().laws();
    boolean asleep = being.sleep().asleep();
    double hours = laws.tickSeconds() / SECONDS_PER_HOUR;
    double pace = Pacemaker.pace(being.origin().seed(), tick, laws.clockNoise());
    return new Rates(
        laws.tickSeconds(),
        laws.energyPerHour() * hours * (asleep ? laws.energyAsleep() : 1),
        laws.arousalCost(),
        StrictMath.pow(0.5, laws.tickSeconds() / laws.arousalHalfLifeSeconds()),
        laws.arousalGain(),
        laws.wearPerHour() * hours,
        laws.decayPerHour() * hours,
        asleep ? laws.healPerHour() * hours : 0,
        asleep ? 0 : SleepCycle.CEILING,
        asleep ? SleepCycle.keptAsleep(hours) : SleepCycle.keptAwake(hours),
        asleep ? pace * SubjectiveClock.ASLEEP : pace);
  }
}
