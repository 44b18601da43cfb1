package life.observe;

import static life.observe.Watched.DAY;
import static life.observe.Watched.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import life.being.Constitution;
import life.being.Fact;
import life.being.LawSettings;
import life.being.Moment;
import life.being.SelfState.Alive;
import life.being.SettingsFor;
import life.being.Source;
import life.world.Stimulus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is expected of a life, and what is said when it does not hold. */
class ExpectationsTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void inALifeInWhichNothingIsWrongNothingIsNoticed(long seed) {
    assertThat(Watched.born(seed).lives(12 * DAY).noticed()).isEmpty();
  }

  @Test
  void whoDoesNotSleepThoughItIsTiredIsNoticedAnHourLater() {
    var life = Watched.born(1).lives(5 * DAY).under(without(Fact.FellAsleep.class::isInstance));
    long tired = life.being().tick();
    life.lives(2 * DAY);
    var sign = life.sign(SignKind.LOST_SLEEP).orElseThrow();
    assertThat(sign.since().tick()).isGreaterThanOrEqualTo(tired);
    assertThat(sign.words()).contains("no real sleep for").contains("tired enough to sleep");
  }

  @Test
  void nobodyIsAwakeFor30Hours() {
    var life = Watched.born(1, Watched.WORLD, SettingsFor.tireless(SettingsFor.NO_SLEEP, 0.1));
    assertThat(life.lives(29 * HOUR).noticed()).isEmpty();
    assertThat(life.lives(2 * HOUR).sign(SignKind.LOST_SLEEP)).isPresent();
  }

  @Test
  void aVitalThatDoesNotMoveIsStuck() {
    var life = Watched.born(2).lives(3 * DAY);
    double energy = life.being().condition().vitals().energy();
    life.under(laws -> new Stuck(laws, energy)).lives(4 * HOUR);
    var sign = life.sign(SignKind.STUCK_VITAL).orElseThrow();
    assertThat(sign.words()).startsWith("its energy has stood at");
    assertThat(life.noticed().getFirst().severity()).isEqualTo(Severity.ALARM);
  }

  @Test
  void aVitalAtTheEndOfItsRangeIsNotStuck() {
    var life = Watched.born(3, Watched.WORLD, SettingsFor.tireless(SettingsFor.NO_SLEEP, 0.1));
    for (int i = 0; i < 20; i++) {
      life.meets("comfort", 0.9).livesInSilence(600);
    }
    assertThat(life.sign(SignKind.STUCK_VITAL)).isEmpty();
  }

  @Test
  void subjectiveAgeThatRunsAwayIsOutOfStep() {
    var life = Watched.born(4).lives(DAY).under(laws -> new Hurried(laws, 1.2)).lives(6 * HOUR);
    var sign = life.sign(SignKind.AGE_OUT_OF_STEP).orElseThrow();
    assertThat(sign.words()).contains("more time").contains("than its inner clock allows");
    assertThat(sign.since().tick()).isBetween(DAY, DAY + HOUR);
  }

  @Test
  void aMetabolismThatIsAThirdFasterIsNoticedWithinHours() {
    var life = Watched.born(5).lives(5 * DAY).under(energyPerHour(2.4)).lives(DAY);
    var sign = life.sign(SignKind.CHANGED_RATE).orElseThrow();
    assertThat(sign.words()).contains("uses energy up").contains("faster than ever");
    assertThat(sign.since().tick()).isBetween(5 * DAY, 5 * DAY + 12 * HOUR);
  }

  @Test
  void aRateThatStaysOtherBecomesTheUsualOne() {
    var life = Watched.born(6).lives(5 * DAY).under(energyPerHour(2.4)).lives(15 * DAY);
    var noticed = life.noticed();
    assertThat(noticed).isNotEmpty().noneMatch(Observation::isOpen);
  }

  @Test
  void whoFallsAsleepAtAnotherPressureHasChanged() {
    var early = new life.mind.SleepCycle(0.5, 0.17, 0.12);
    var life = Watched.born(7).lives(6 * DAY).under(Settings.asleepBy(early)).lives(2 * DAY);
    assertThat(life.sign(SignKind.CHANGED_RATE).orElseThrow().words())
        .contains("falls asleep at a sleep pressure of");
  }

  @Test
  void whoIsStrongAgainAndStillDegradingDoesNotRecover() {
    var life = Watched.born(8, Watched.WORLD, Settings.immortal(LawSettings.DEFAULT));
    life.livesInSilence(4 * DAY).under(without(Fact.Recovered.class::isInstance));
    for (int i = 0; i < 60; i++) {
      life.meets("recovery", 1).meets("harmony", 1).livesInSilence(HOUR / 2);
    }
    var sign = life.sign(SignKind.NO_RECOVERY).orElseThrow();
    assertThat(sign.words()).contains("it has not recovered, though its weakest vital is back");
  }

  @Test
  void whoDegradesForTenDaysInSpiteOfHelpDoesNotRecover() {
    var life = Watched.born(8, Watched.WORLD, Settings.immortal(LawSettings.DEFAULT));
    life.livesInSilence(4 * DAY);
    for (int i = 0; i < 22 * 12; i++) {
      life.meets("recovery", 0.3).livesInSilence(HOUR);
    }
    assertThat(life.sign(SignKind.NO_RECOVERY).orElseThrow().words())
        .contains("it has been degrading for 10 d");
  }

  @Test
  void whoIsWokenAgainAndAgainSleepsBadly() {
    var life = Watched.born(9).lives(5 * DAY).under(Wakeful::new).lives(2 * DAY);
    assertThat(life.sign(SignKind.LOST_SLEEP).orElseThrow().words()).contains("sleeps badly");
  }

  @Test
  void tenShocksInAnHourAreAFlood() {
    var life = Watched.born(9).lives(2 * DAY);
    long begin = life.being().tick();
    for (int i = 0; i < 10; i++) {
      life.meets("shock", 0.5).lives(300);
    }
    var sign = life.sign(SignKind.FLOOD).orElseThrow();
    assertThat(sign.words()).startsWith("shock came ");
    assertThat(sign.since().tick()).isEqualTo(begin);
    assertThat(sign.evidence()).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void aWorldThatFallsSilentIsNoticedWithinHours() {
    var life = Watched.born(10).lives(3 * DAY);
    long begin = life.being().tick();
    for (int i = 0; i < 8 * 60; i++) {
      life.livesInSilence(60);
    }
    var sign = life.sign(SignKind.SILENCE).orElseThrow();
    assertThat(sign.words()).contains("nothing has come for");
    assertThat(sign.since().tick()).isLessThanOrEqualTo(begin);
    assertThat(life.noticed().getFirst().noticed().tick()).isLessThan(begin + 6 * HOUR);
  }

  @Test
  void whatTheWorldWasToBringAndDidNotIsMissing() {
    var life = Watched.born(11).lives(3 * DAY);
    long next = life.being().tick() + 1;
    while (!Watched.WORLD.isEventful(11, next)) {
      next++;
    }
    life.livesInSilence(next - life.being().tick() + 1);
    var sign = life.sign(SignKind.MISSING_STIMULUS).orElseThrow();
    assertThat(sign.since().tick()).isEqualTo(next);
    assertThat(sign.words()).contains(Watched.WORLD.draw(11, next).orElseThrow().kind());
  }

  @Test
  void whatTheWorldBringsTwiceIsUncalled() {
    var life = Watched.born(12).lives(3 * DAY).lives(untilNextEvent(12, 3 * DAY));
    assertThat(life.sign(SignKind.UNCALLED_STIMULUS)).isEmpty();
    life.meets("shock", 0.5, Source.WORLD);
    assertThat(life.sign(SignKind.UNCALLED_STIMULUS).orElseThrow().words()).contains("twice");
  }

  @Test
  void whatSomebodySendsIsNeverUncalled() {
    var life = Watched.born(13).lives(DAY).meets("comfort", 0.5).meets("comfort", 0.5);
    assertThat(life.lives(HOUR).noticed()).isEmpty();
  }

  @Test
  void sleepThatTakesNothingOverIsNoticedInTheSameNight() {
    var life =
        Watched.born(14)
            .lives(4 * DAY)
            .under(without(Fact.Consolidated.class::isInstance))
            .lives(3 * DAY);
    var sign = life.sign(SignKind.NO_CONSOLIDATION).orElseThrow();
    assertThat(sign.words()).contains("sleep").contains("long-term memory");
  }

  @Test
  void whatIsMissingAgainIsNamedAgain() {
    var life = Watched.born(15).lives(3 * DAY).livesInSilence(HOUR).lives(HOUR);
    int once = life.sign(SignKind.MISSING_STIMULUS).orElseThrow().evidence().size();
    life.livesInSilence(HOUR).lives(HOUR);
    assertThat(life.sign(SignKind.MISSING_STIMULUS).orElseThrow().evidence().size())
        .isGreaterThan(once);
  }

  @Test
  void floodsOfTwoKindsAreTwoSigns() {
    var life = Watched.born(16).lives(2 * DAY);
    for (int i = 0; i < 10; i++) {
      life.meets("shock", 0.4).lives(200);
    }
    for (int i = 0; i < 14; i++) {
      life.meets("harmony", 0.5).lives(200);
    }
    assertThat(life.noticed().getFirst().signs())
        .filteredOn(sign -> sign.kind() == SignKind.FLOOD)
        .extracting(Sign::subject)
        .containsExactly("shock", "harmony");
  }

  private static long untilNextEvent(long seed, long tick) {
    long ticks = 1;
    while (!Watched.WORLD.isEventful(seed, tick + ticks)) {
      ticks++;
    }
    return ticks;
  }

  private static LawSettings energyPerHour(double value) {
    return Settings.energyPerHour(value);
  }

  /** Laws without one of their answers. */
  private static UnaryOperator<Constitution> without(Predicate<Fact.Derived> what) {
    return laws -> new Without(laws, what);
  }

  /** Laws of which something is altered. */
  private interface Altered extends Constitution {
    Constitution laws();

    /** Never far in one span, so that what is altered shows soon. */
    @Override
    default long flow(Moment moment, long ticks, Alive being) {
      return laws().flow(moment, Math.min(ticks, 600), being);
    }

    @Override
    default Optional<Fact.Derived> turn(Alive being, Trigger trigger) {
      return laws().turn(being, trigger);
    }

    @Override
    default Fact.Met meet(Alive being, List<Long> causes, Stimulus stimulus) {
      return laws().meet(being, causes, stimulus);
    }
  }

  private record Without(Constitution laws, Predicate<Fact.Derived> what) implements Altered {
    @Override
    public Optional<Fact.Derived> turn(Alive being, Trigger trigger) {
      return laws.turn(being, trigger).filter(what.negate());
    }
  }

  /** Twenty minutes into each sleep something wakes it. */
  private record Wakeful(Constitution laws) implements Altered {
    @Override
    public long flow(Moment moment, long ticks, Alive being) {
      return laws.flow(moment, Math.min(ticks, 60), being);
    }

    @Override
    public Optional<Fact.Derived> turn(Alive being, Trigger trigger) {
      boolean isTime = being.sleep().asleep() && being.tick() - being.sleep().since() >= 1_200;
      return isTime && trigger.fact() instanceof Fact.Lived
          ? Optional.of(new Fact.Woke(List.of(trigger.seq()), true))
          : laws.turn(being, trigger);
    }
  }

  private record Stuck(Constitution laws, double energy) implements Altered {
    @Override
    public long flow(Moment moment, long ticks, Alive being) {
      long passed = laws.flow(moment, Math.min(ticks, 600), being);
      moment.energy = energy;
      return passed;
    }

    @Override
    public Fact.Met meet(Alive being, List<Long> causes, Stimulus stimulus) {
      return laws.meet(being, causes, new Stimulus("noise", stimulus.intensity()));
    }
  }

  private record Hurried(Constitution laws, double times) implements Altered {
    @Override
    public long flow(Moment moment, long ticks, Alive being) {
      double before = moment.felt;
      long passed = laws.flow(moment, Math.min(ticks, 600), being);
      moment.felt = before + (moment.felt - before) * times;
      return passed;
    }
  }
}
