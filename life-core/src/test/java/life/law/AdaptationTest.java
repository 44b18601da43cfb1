package life.law;

import static life.being.Given.meeting;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import life.being.Decider;
import life.being.Fact;
import life.being.Given;
import life.being.LawSettings;
import life.being.SelfState;
import life.being.SettingsFor;
import life.body.Shift;
import life.body.Vitals;
import life.mind.Meaning;
import life.mind.Sensitivity;
import life.mind.SleepCycle;
import life.world.Family;
import life.world.StimulusKind;
import life.world.World;
import org.junit.jupiter.api.Test;

class AdaptationTest {
  private static final LawSettings TIRELESS = SettingsFor.tireless(SleepCycle.USUAL, 0);

  private static final World BLOWS =
      World.plain(
          "blows",
          0,
          List.of(new StimulusKind("shock", 0, 0, 1, new Shift(0, -0.3, 0), 1, Family.BODILY)));

  @Test
  void aSoundBeingThatTakesBlowsHardensAndFeelsTheSameBlowLess() {
    var life = Given.born(TIRELESS, Vitals.FULL, BLOWS);
    double before = -shocked(life).impact().stability();
    bearBlows(life, 60);
    assertThat(life.alive().mind().sensitivity().harm()).isLessThan(0.9);
    rest(life);
    double after = -shocked(life).impact().stability();
    assertThat(after).isLessThan(0.9 * before);
  }

  @Test
  void aFrayedBeingThatTakesBlowsBecomesSore() {
    var life = Given.born(TIRELESS, new Vitals(39, 0.35, 1), BLOWS);
    for (int i = 0; i < 12; i++) {
      life.when(meeting("shock", 0.3)).after(3_600);
    }
    assertThat(life.alive().mind().sensitivity().harm()).isGreaterThan(1);
  }

  @Test
  void stepsAreSmallSeldomAndBounded() {
    var life = Given.born(TIRELESS, Vitals.FULL, BLOWS);
    long last = 0;
    long tick = 0;
    int steps = 0;
    for (int blow = 0; blow < 600; blow++) {
      life.when(meeting("shock", 0.3)).after(1_000);
      tick = life.alive().tick();
      for (var fact : life.lastFacts()) {
        assertThat(fact).isNotInstanceOf(Fact.Adapted.class);
      }
      var sensitivity = life.alive().mind().sensitivity();
      if (sensitivity.adapted() != last) {
        assertThat(sensitivity.adapted() - last).isGreaterThanOrEqualTo(Adaptation.LEAST_TICKS);
        last = sensitivity.adapted();
        steps++;
      }
      assertThat(sensitivity.harm()).isBetween(Sensitivity.LEAST, Sensitivity.MOST);
      assertThat(sensitivity.history()).hasSizeLessThanOrEqualTo(Sensitivity.MOST_STEPS);
    }
    assertThat(steps).isGreaterThan(5);
    assertThat(tick).isEqualTo(600_000);
    for (var fact : life.facts()) {
      if (fact instanceof Fact.Adapted(_, double harmBy, double helpBy, _)) {
        assertThat(Math.abs(harmBy)).isLessThanOrEqualTo(Sensitivity.STEP);
        assertThat(Math.abs(helpBy)).isLessThanOrEqualTo(Sensitivity.STEP);
      }
    }
  }

  @Test
  void everyStepCanBeTakenBackToTheLastBit() {
    var steps = new ArrayList<Sensitivity>();
    var now = Sensitivity.INBORN;
    for (int step = 0; step < Sensitivity.MOST_STEPS; step++) {
      steps.add(now);
      now = now.stepped(step * 100L, step % 3 == 0 ? 0.02 : -0.013, 0.007, step);
    }
    for (var before : steps.reversed()) {
      now = now.rolledBack(5_000);
      assertThat(now.harm()).isEqualTo(before.harm());
      assertThat(now.help()).isEqualTo(before.help());
    }
    assertThat(now.rolledBack(6_000)).isEqualTo(now);
  }

  @Test
  void whatMadeThingsClearlyWorseIsTakenBack() {
    var life = Given.born(TIRELESS, Vitals.FULL, BLOWS);
    bearBlows(life, 12);
    var hardened = life.alive().mind().sensitivity();
    assertThat(hardened.history()).isNotEmpty();
    rest(life);
    for (int i = 0; i < 14; i++) {
      life.when(meeting("shock", 0.9)).after(3_600);
    }
    int takenBack = 0;
    var state = Decider.UNBORN;
    for (var fact : life.facts()) {
      var before = state;
      state = Decider.evolve(state, fact);
      if (fact instanceof Fact.RolledBack) {
        var last = sensitivity(before).history().getLast();
        assertThat(sensitivity(state).harm()).isEqualTo(last.harm());
        assertThat(sensitivity(state).help()).isEqualTo(last.help());
        takenBack++;
      }
    }
    assertThat(takenBack).isPositive();
  }

  private static Sensitivity sensitivity(SelfState state) {
    return ((SelfState.Alive) state).mind().sensitivity();
  }

  private static void bearBlows(Given life, int days) {
    for (int day = 0; day < days; day++) {
      for (int blow = 0; blow < 5; blow++) {
        life.when(meeting("shock", 0.38)).after(3_600);
      }
      life.after(19 * 3_600);
    }
  }

  private static void rest(Given life) {
    life.after(Given.days(4));
    while (life.alive().sleep().asleep()) {
      life.after(60);
    }
  }

  private static Meaning shocked(Given life) {
    return AppraisalTest.lastMet(life.when(meeting("shock", 0.9))).meaning();
  }
}
