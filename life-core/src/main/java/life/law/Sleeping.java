package life.law;

import java.util.List;
import java.util.Optional;
import life.being.Constitution.Trigger;
import life.being.Fact;
import life.being.LawSettings;
import life.being.Moment;
import life.being.SelfState.Alive;
import life.mind.SleepCycle;

/**
 * Sleep pressure grows awake and is worked off asleep; the {@link SleepCycle} says at which
 * pressure a being falls asleep and wakes. A stimulus that matters enough wakes it as well; it
 * falls asleep again when it is calm, unless it has slept enough.
 */
final class Sleeping implements Turn {
  /** Significance from which a stimulus wakes a being. */
  static final double WAKING = 0.75;

  /** Arousal below which a being that was woken too early falls asleep again. */
  private static final double CALM_AGAIN = 0.05;

  private static final double SECONDS_BETWEEN_LOOKS = 60;
  private static final double SECONDS_PER_HOUR = 3600;

  static void flow(Moment m, Rates rates) {
    m.pressure = rates.pressureAim() + (m.pressure - rates.pressureAim()) * rates.pressureKept();
  }

  /** Sleep begins and ends only at multiples of so many ticks: of about a minute. */
  static long ticksBetweenLooks(LawSettings laws) {
    return laws.ticks(SECONDS_BETWEEN_LOOKS);
  }

  /** Whether a being with that pressure and arousal falls asleep, or wakes, at that tick. */
  static boolean turns(double pressure, double arousal, long tick, Alive being) {
    var laws = being.origin().laws();
    double rhythm = SleepCycle.rhythm(tick * laws.tickSeconds() / SECONDS_PER_HOUR);
    boolean rested = laws.sleep().wakes(pressure, rhythm);
    return being.sleep().asleep()
        ? rested
        : laws.sleep().fallsAsleep(pressure, rhythm)
            || (being.sleep().roused() && arousal < CALM_AGAIN && !rested);
  }

  @Override
  public Optional<Fact.Derived> turn(Alive being, Trigger trigger) {
    var causes = List.of(trigger.seq());
    boolean asleep = being.sleep().asleep();
    if (trigger.fact() instanceof Fact.Lived && isTimeToTurn(being)) {
      return Optional.of(asleep ? new Fact.Woke(causes, false) : new Fact.FellAsleep(causes));
    }
    boolean isWoken =
        asleep && trigger.fact() instanceof Fact.Met met && met.meaning().significance() >= WAKING;
    return isWoken ? Optional.of(new Fact.Woke(causes, true)) : Optional.empty();
  }

  private static boolean isTimeToTurn(Alive being) {
    return being.tick() % ticksBetweenLooks(being.origin().laws()) == 0
        && being.sleep().since() < being.tick()
        && turns(being.condition().pressure(), being.condition().arousal(), being.tick(), being);
  }
}
