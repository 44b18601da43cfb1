package life.being;

import static life.being.Given.born;
import static life.being.Given.days;
import static life.being.Given.meeting;
import static org.assertj.core.api.Assertions.assertThat;

import life.body.Vitals;
import org.junit.jupiter.api.Test;

class LifeAndDeathTest {
  private static final LawSettings IMMORTAL = LawSettings.DEFAULT.withMortality(false);

  @Test
  void anUnfedBeingDegradesAndDiesWithinDaysOfItsOwnTime() {
    born().after(days(1)).thenPhase(Phase.ALIVE);
    born().after(days(2.5)).thenPhase(Phase.DEGRADING);
    var life = born().after(days(7)).thenPhase(Phase.DEAD);
    assertThat(life.dead().cause()).isEqualTo(CauseOfDeath.STARVATION);
    assertThat(life.dead().last().tick()).isBetween(days(3), days(5));
  }

  @Test
  void aFedBeingLivesOn() {
    var life = born().fed(0.5, 3_600 * 6, days(120)).thenPhase(Phase.ALIVE);
    assertThat(life.alive().tick()).isEqualTo(days(120));
    assertThat(life.facts()).noneMatch(Fact.Degraded.class::isInstance);
  }

  @Test
  void whatHappensCanKillByInjuryHoweverMuchEnergyIsLeft() {
    var life = born();
    for (int i = 0; i < 40; i++) {
      life.when(meeting("shock", 0.4));
    }
    assertThat(life.dead().cause()).isEqualTo(CauseOfDeath.INJURY);
  }

  @Test
  void theDeadRefuseStimuliAndNoTimePassesForThem() {
    var life = born().after(days(7));
    long died = life.dead().last().tick();
    life.when(meeting("shock", 0.9)).thenRefused("ada died of starvation at tick " + died);
    var hash = StateHash.of(life.state());
    life.after(1_000);
    assertThat(life.lastFacts()).isEmpty();
    assertThat(StateHash.of(life.state())).isEqualTo(hash);
  }

  @Test
  void withoutMortalityABeingOnlyBecomesPowerlessAndSteadyRecoveryLeadsBack() {
    var life = born(IMMORTAL).after(days(60)).thenPhase(Phase.DEGRADING);
    assertThat(life.alive().condition().vitals()).isEqualTo(new Vitals(0, 0, 0));
    life.fed(0.5, 3_600 * 4, days(10)).thenPhase(Phase.ALIVE);
  }

  @Test
  void recoveryAsksForMoreThanDegradation() {
    var atTheEdge = new Vitals(15, 1, 1);
    born(LawSettings.DEFAULT, atTheEdge)
        .after(1)
        .thenPhase(Phase.DEGRADING)
        .when(meeting("recovery", 0.4))
        .thenPhase(Phase.DEGRADING)
        .when(meeting("recovery", 0.4))
        .thenPhase(Phase.ALIVE);
  }

  @Test
  void theUnbornDoNothing() {
    Given.unborn().after(1).thenRefused("it is not born yet");
    Given.unborn().when(meeting("shock", 1)).thenRefused("it is not born yet");
  }

  @Test
  void aLifeHasOneBirth() {
    born()
        .when(Given.birth("ada", 8, LawSettings.DEFAULT, Given.QUIET))
        .thenRefused("ada is born already");
  }

  @Test
  void thePhasesFormOneLifecycle() {
    for (var from : Phase.values()) {
      for (var to : Phase.values()) {
        boolean expected =
            switch (from) {
              case INIT -> to == Phase.ALIVE;
              case ALIVE -> to == Phase.DEGRADING || to == Phase.DEAD;
              case DEGRADING -> to == Phase.ALIVE || to == Phase.DEAD;
              case DEAD -> false;
            };
        assertThat(from.leadsTo(to)).as(from + " to " + to).isEqualTo(expected);
      }
    }
  }
}
