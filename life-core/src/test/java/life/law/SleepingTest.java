package life.law;

import static life.being.Given.meeting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import life.being.Fact;
import life.being.Given;
import life.being.LawSettings;
import life.being.SettingsFor;
import life.mind.Response;
import life.mind.SleepCycle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SleepingTest {
  /** Nothing runs out, so that only sleep comes and goes. */
  private static final LawSettings TIRELESS = SettingsFor.tireless(SleepCycle.USUAL, 0.15);

  @ParameterizedTest
  @CsvSource({
    "0.67, 0.17, 0.12, 1.00, 7.94",
    "0.75, 0.17, 0.07, 1.00, 6.21",
    "0.75, 0.09, 0.07, 0.75, 0",
    "0.75, 0.50, 0.07, 1.50, 0",
    "0.75, 0.58, 0.07, 2.00, 0"
  })
  void aBeingSleepsAsTheTwoProcessModelWasPublished(
      double above, double below, double swing, double sleeps, double hours) {
    var life = Given.born(SettingsFor.tireless(new SleepCycle(above, below, swing), 0.15));
    int days = 120;
    long asleep = 0;
    long fell = 0;
    long settling = Given.days(40);
    life.after(settling);
    int before = life.facts().size();
    boolean sleeping = life.alive().sleep().asleep();
    life.after(Given.days(days));
    for (var fact : life.facts().subList(before, life.facts().size())) {
      switch (fact) {
        case Fact.Lived(long ticks, _) -> asleep += sleeping ? ticks : 0;
        case Fact.FellAsleep _ -> {
          sleeping = true;
          fell++;
        }
        case Fact.Woke _ -> sleeping = false;
        default -> {}
      }
    }
    assertThat((double) fell / days).isCloseTo(sleeps, within(0.01));
    if (hours > 0) {
      assertThat(asleep / 3600.0 / fell).isCloseTo(hours, within(0.03));
    }
  }

  @Test
  void aStrongStimulusWakesAndAWeakOneIsOnlyDampened() {
    var life = asleep();
    life.when(meeting("noise", 0.5));
    assertThat(AppraisalTest.lastMet(life).meaning().response()).isEqualTo(Response.DAMPEN);
    assertThat(life.alive().sleep().asleep()).isTrue();
    life.when(meeting("shock", 0.9));
    assertThat(life.alive().sleep().roused()).isTrue();
    assertThat(life.lastFacts().get(2)).isInstanceOf(Fact.Woke.class);
    assertThat(life.facts().get((int) (life.lastFacts().get(2).causes().getFirst() - 1)))
        .isEqualTo(life.lastFacts().get(1));
  }

  @Test
  void whoeverIsWokenTooEarlyFallsAsleepAgainWhenItIsCalm() {
    var life = asleep().when(meeting("shock", 0.9)).after(600);
    assertThat(life.alive().sleep().asleep()).isFalse();
    life.after(3_600);
    assertThat(life.alive().sleep().asleep()).isTrue();
  }

  @Test
  void sleepTakesLessEnergyThanWaking() {
    var life = Given.born();
    while (!life.alive().sleep().asleep()) {
      life.after(60);
    }
    double before = life.alive().condition().vitals().energy();
    life.after(3_600);
    assertThat(before - life.alive().condition().vitals().energy())
        .isCloseTo(LawSettings.DEFAULT.energyPerHour() * 0.6, within(1e-9));
  }

  @Test
  void innerTimeIsSlowerInSleep() {
    var life = asleep();
    double before = life.alive().condition().felt();
    life.after(1_000);
    assertThat(life.alive().condition().felt() - before).isBetween(100.0, 600.0);
  }

  /** An hour into a sleep. */
  private static Given asleep() {
    var life = Given.born(TIRELESS);
    while (!life.alive().sleep().asleep()) {
      life.after(60);
    }
    return life.after(3_600);
  }
}
