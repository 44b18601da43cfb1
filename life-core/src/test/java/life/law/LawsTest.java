package life.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import life.being.Fact;
import life.being.Given;
import life.being.LawSettings;
import life.body.Vitals;
import org.junit.jupiter.api.Test;

class LawsTest {
  @Test
  void aCalmHourUsesUpTheEnergyThatTheSettingsSay() {
    assertThat(energyAfterAnHour(Given.born())).isCloseTo(98.2, offset(1e-9));
  }

  @Test
  void beingStirredCostsEnergy() {
    var stirred = Given.born().when(Given.meeting("recovery", 1));
    assertThat(energyAfterAnHour(stirred)).isLessThan(98.2);
  }

  @Test
  void arousalIsHalvedEveryHalfLife() {
    var life = Given.born().when(Given.meeting("recovery", 1));
    assertThat(life.alive().condition().arousal()).isEqualTo(0.3);
    life.after(600);
    assertThat(life.alive().condition().arousal()).isCloseTo(0.15, offset(1e-12));
  }

  @Test
  void aBeingWithEnoughEnergyMendsInItsSleepAndOnlyThere() {
    var life = Given.born(LawSettings.DEFAULT, new Vitals(90, 0.5, 0.5));
    while (!life.alive().sleep().asleep()) {
      life.after(60);
    }
    assertThat(life.alive().condition().vitals().stability()).isEqualTo(0.5);
    life.after(3_600 * 4);
    assertThat(life.alive().sleep().asleep()).isTrue();
    assertThat(life.alive().condition().vitals().stability()).isEqualTo(1);
    assertThat(life.alive().condition().vitals().integrity()).isGreaterThan(0.5);
  }

  @Test
  void aBeingWithoutEnoughEnergyDoesNotMendEvenAsleep() {
    var life = Given.born(LawSettings.DEFAULT, new Vitals(38, 0.5, 0.5));
    life.after(3_600 * 18);
    assertThat(life.facts()).anyMatch(Fact.FellAsleep.class::isInstance);
    assertThat(life.alive().condition().vitals().stability()).isLessThanOrEqualTo(0.5);
  }

  @Test
  void timeFliesForABeingThatIsStirredAndDragsForOneThatIsDrained() {
    var calm = Given.born().after(100).alive().condition().felt();
    var stirred =
        Given.born().when(Given.meeting("recovery", 1)).after(100).alive().condition().felt();
    var drained =
        Given.born(LawSettings.DEFAULT, new Vitals(1, 1, 1)).after(100).alive().condition().felt();
    assertThat(stirred).isGreaterThan(calm);
    assertThat(drained).isLessThan(calm);
  }

  private static double energyAfterAnHour(Given life) {
    return life.after(3_600).alive().condition().vitals().energy();
  }
}
