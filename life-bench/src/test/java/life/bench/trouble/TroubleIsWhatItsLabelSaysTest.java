package life.bench.trouble;

import static life.bench.trouble.Ticks.DAY;
import static life.bench.trouble.Ticks.HOUR;
import static life.bench.trouble.Ticks.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import life.being.Constitution;
import life.being.Fact;
import life.being.Moment;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.being.Source;
import life.body.Shift;
import life.body.Vital;
import life.law.Laws;
import life.mind.Condition;
import life.world.Stimulus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class TroubleIsWhatItsLabelSaysTest {
  static final List<Long> SEEDS = LongStream.rangeClosed(1, 4).boxed().toList();
  static final List<Long> MORE_SEEDS = LongStream.rangeClosed(1, 10).boxed().toList();

  /** Laws that look at what led here look at nothing but that time has passed. */
  private static final Fact LIVED = new Fact.Lived(1, Condition.NEWBORN);

  @ParameterizedTest
  @FieldSource("SEEDS")
  void aDriftingMetabolismUsesUpEverMoreEnergy(long seed) {
    var life = Observed.with(Trouble.DRIFTING_METABOLISM, seed);
    long begin = life.label().begin();

    var before = energyPerCalmHour(life, begin - 3 * DAY, begin);
    var meanwhile = energyPerCalmHour(life, begin, life.label().end());

    assertThat(before).as("%s", life.label()).isNotEmpty().allMatch(used -> used < 1.85);
    assertThat(meanwhile.getFirst()).as("%s", life.label()).isBetween(1.8, meanwhile.getLast());
    assertThat(meanwhile.getLast()).as("%s", life.label()).isBetween(2.3, 4.1);
    assertThat(life.label().end() - begin).isBetween(3 * DAY - HOUR, 3 * DAY);
  }

  /** What an hour awake without much arousal takes, as long as there is something to take. */
  private static List<Double> energyPerCalmHour(Observed life, long begin, long end) {
    return life.between(begin, end, Fact.Lived.class::isInstance).stream()
        .filter(step ->
            step.before() instanceof Alive was
                && !was.sleep().asleep()
                && was.condition().arousal() < 0.05
                && vital(step.after(), Vital.ENERGY) > 0)
        .map(step ->
            (vital(step.before(), Vital.ENERGY) - vital(step.after(), Vital.ENERGY))
                / ((Fact.Lived) step.fact()).ticks()
                * HOUR)
        .toList();
  }

  @ParameterizedTest
  @FieldSource("SEEDS")
  void aStuckVitalStaysWhereItIsAlthoughTimePassesAndStimuliCome(long seed) {
    var life = Observed.with(Trouble.STUCK_VITAL, seed);
    var vital =
        List.of(Vital.values()).stream()
            .filter(each -> life.label().words().startsWith(each.name()))
            .findFirst()
            .orElseThrow();

    var met = life.during(Fact.Met.class::isInstance);
    var values =
        life.during(_ -> true).stream().map(step -> vital(step.after(), vital)).distinct().toList();
    var later =
        life.between(life.label().end(), life.label().end() + DAY, _ -> true).stream()
            .map(step -> vital(step.after(), vital))
            .distinct();

    assertThat(values).as(life.label().words()).hasSize(1);
    assertThat(met.size()).isGreaterThan(20);
    assertThat(met).anyMatch(step -> impact(met(step).meaning().impact(), vital) != 0);
    assertThat(later.count()).isGreaterThan(1);
  }

  @ParameterizedTest
  @FieldSource("SEEDS")
  void lostSleepIsNoSleepOrSleepThatIsInterruptedAgainAndAgain(long seed) {
    var life = Observed.with(Trouble.LOST_SLEEP, seed);
    var asleep = life.during(Fact.FellAsleep.class::isInstance);
    var woken = life.during(Fact.Woke.class::isInstance);
    boolean isWoken = life.label().words().startsWith("it is woken");

    if (isWoken) {
      assertThat(woken.size()).as(life.label().words()).isGreaterThan(10);
      assertThat(woken)
          .filteredOn(step -> step.tick() > woken.getFirst().tick())
          .allMatch(step -> slept(step) <= 31 * MINUTE);
    } else {
      assertThat(asleep).as(life.label().words()).isEmpty();
      assertThat(woken.size()).isLessThan(2);
    }
    assertThat(life.between(life.label().end(), life.label().end() + DAY, _ -> true))
        .as("%s; afterwards it sleeps", life.label())
        .anyMatch(step -> step.fact() instanceof Fact.Woke && slept(step) > 2 * HOUR);
  }

  private static long slept(Observed.Step woke) {
    return woke.before() instanceof Alive was ? was.tick() - was.sleep().since() : 0;
  }

  @ParameterizedTest
  @FieldSource("SEEDS")
  void aStormHasItsBlows(long seed) {
    var life = Observed.with(Trouble.SHOCK_STORM, seed);
    var sent = life.during(TroubleIsWhatItsLabelSaysTest::isFromOutside);
    var kind = ((Fact.Reached) sent.getFirst().fact()).stimulus().kind();
    long blows =
        life
            .between(life.label().begin() - 1, life.label().end(), Fact.Met.class::isInstance)
            .stream()
            .filter(step -> met(step).stimulus().kind().equals(kind))
            .count();

    boolean survives = life.steps().stream().anyMatch(step -> step.tick() >= life.label().end());
    assertThat(life.label().words()).contains(" stimuli of the kind " + kind);
    assertThat(sent.size()).as("%s", life.label()).isBetween(survives ? 8 : 1, 25);
    assertThat(blows).as("%s", life.label()).isGreaterThanOrEqualTo(sent.size() - 1);
    assertThat(survives && !life.label().words().startsWith(sent.size() + " "))
        .as("%s; it says so, unless it died of it", life.label())
        .isFalse();
    assertThat(Observed.WORLD.kind(kind).orElseThrow().impact().isHarmful()).isTrue();
    assertThat(life.label().end() - life.label().begin()).isLessThanOrEqualTo(4 * HOUR);
  }

  @ParameterizedTest
  @FieldSource("SEEDS")
  void inASilentWorldNothingComes(long seed) {
    var life = Observed.with(Trouble.SILENT_WORLD, seed);
    long begin = life.label().begin();
    long end = life.label().end();

    assertThat(end - begin).as(life.label().words()).isBetween(11 * HOUR, 48 * HOUR);
    assertThat(life.during(Fact.Reached.class::isInstance)).isEmpty();
    assertThat(life.between(begin - DAY, begin, Fact.Reached.class::isInstance).size())
        .isGreaterThan(90);
    assertThat(life.between(end, end + DAY, Fact.Reached.class::isInstance).size())
        .isGreaterThan(90);
  }

  @ParameterizedTest
  @FieldSource("SEEDS")
  void whenMemoryStopsSleepKeepsNothing(long seed) {
    var life = Observed.with(Trouble.MEMORY_STOPS, seed);
    var nights = life.during(Fact.Consolidated.class::isInstance);
    var sleeps = life.during(Fact.FellAsleep.class::isInstance);
    var before =
        life.between(
            life.label().begin() - 3 * DAY,
            life.label().begin(),
            Fact.Consolidated.class::isInstance);

    assertThat(sleeps.size()).isGreaterThan(2);
    assertThat(before).anyMatch(step -> !kept(step).isEmpty());
    assertThat(nights).as(life.label().words()).allMatch(step -> kept(step).isEmpty());
    assertThat(nights.isEmpty())
        .isEqualTo(life.label().words().startsWith("nothing is consolidated"));
  }

  private static List<?> kept(Observed.Step step) {
    return ((Fact.Consolidated) step.fact()).kept();
  }

  @ParameterizedTest
  @FieldSource("SEEDS")
  void aDuplicatedStimulusComesTwiceWithinTenTicks(long seed) {
    var life = Observed.with(Trouble.DUPLICATED_STIMULUS, seed);
    var reached = reached(life, life.label().begin() - 1, life.label().end());
    var twice =
        reached.stream()
            .filter(one -> reached.stream().anyMatch(other -> isTheSameAgain(one, other)))
            .toList();
    var before = reached(life, 0, life.label().begin() - 1);

    assertThat(twice).as("%s", life.label()).hasSizeBetween(1, 3);
    assertThat(life.label().words()).startsWith(twice.size() + " ");
    assertThat(before)
        .noneMatch(one -> before.stream().anyMatch(other -> isTheSameAgain(one, other)));
  }

  private static List<Fact.Reached> reached(Observed life, long begin, long end) {
    return life.between(begin, end, Fact.Reached.class::isInstance).stream()
        .map(step -> (Fact.Reached) step.fact())
        .toList();
  }

  private static boolean isTheSameAgain(Fact.Reached one, Fact.Reached other) {
    return other.due() > one.due()
        && other.due() - one.due() <= 10
        && other.stimulus().equals(one.stimulus())
        && other.source() == one.source();
  }

  @ParameterizedTest
  @FieldSource("SEEDS")
  void aMissingStimulusIsOneThatTheWorldBroughtAndTheBeingNeverMet(long seed) {
    var life = Observed.with(Trouble.MISSING_STIMULUS, seed);
    long at = life.label().begin();
    long lifeSeed = LabelledLife.with(Trouble.MISSING_STIMULUS, Observed.WORLD, seed).seed();
    var brought = Observed.WORLD.draw(lifeSeed, at);
    var reached =
        life.between(at - 1, at, TroubleIsWhatItsLabelSaysTest::isFromTheWorld).stream()
            .map(step -> ((Fact.Reached) step.fact()).stimulus())
            .toList();
    var met =
        life.between(at - 1, at, Fact.Met.class::isInstance).stream()
            .map(step -> met(step).stimulus())
            .toList();

    assertThat(brought).as(life.label().words()).isPresent();
    Stimulus missing = brought.orElseThrow();
    assertThat(met).doesNotContain(missing);
    assertThat(reached.contains(missing)).isEqualTo(life.label().words().contains("never met"));
    assertThat(life.label().end()).isEqualTo(at + 1);
  }

  @ParameterizedTest
  @FieldSource("MORE_SEEDS")
  void aChangedLawIsAnotherOneFromMidLifeOn(long seed) {
    var life = Observed.with(Trouble.LAW_CHANGED, seed);
    var label = life.label();
    var before = life.between(0, label.begin(), _ -> true);
    var after = life.between(label.begin(), label.end(), _ -> true);

    assertThat(before).as("%s", label).allMatch(step -> followsFromTheLaws(step));
    assertThat(after).as("%s", label).anyMatch(step -> !followsFromTheLaws(step));
    assertThat(label.healed()).isEqualTo(Long.MAX_VALUE);
  }

  /** Whether a span, or the sleep or waking after it, is what the recorded laws make of it. */
  private static boolean followsFromTheLaws(Observed.Step step) {
    if (step.fact() instanceof Fact.Lived(long ticks, var condition)
        && step.before() instanceof Alive was) {
      var moment = new Moment(was.condition());
      long passed = new Laws().flow(moment, ticks, was);
      return passed == ticks && moment.condition().equals(condition);
    }
    boolean isByItself =
        step.fact() instanceof Fact.FellAsleep
            || (step.fact() instanceof Fact.Woke woke && !woke.roused());
    return !isByItself || isATurnOfTheLaws(step);
  }

  private static boolean isATurnOfTheLaws(Observed.Step step) {
    var trigger = new Constitution.Trigger(LIVED, step.fact().causes().getFirst());
    return step.before() instanceof Alive was
        && new Laws().turn(was, trigger).filter(step.fact()::equals).isPresent();
  }

  private static boolean isFromOutside(Fact fact) {
    return fact instanceof Fact.Reached reached && reached.source() == Source.OUTSIDE;
  }

  private static boolean isFromTheWorld(Fact fact) {
    return fact instanceof Fact.Reached reached && reached.source() == Source.WORLD;
  }

  private static Fact.Met met(Observed.Step step) {
    return (Fact.Met) step.fact();
  }

  private static double impact(Shift shift, Vital vital) {
    return switch (vital) {
      case ENERGY -> shift.energy();
      case STABILITY -> shift.stability();
      case INTEGRITY -> shift.integrity();
    };
  }

  private static double vital(SelfState state, Vital vital) {
    return state instanceof Alive alive ? alive.condition().vitals().of(vital) : Double.NaN;
  }
}
