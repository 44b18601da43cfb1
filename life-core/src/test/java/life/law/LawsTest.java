package life.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import life.being.Given;
import life.being.LawSettings;
import life.body.Vitals;
import org.junit.jupiter.api.Test;

class LawsTest {
  @Test
  void aCalmHourUsesUpTheEnergyThatTheSettingsSay() {
    assertThat(energyAfterAnHour(Given.born())).isCloseTo(98.4, offset(1e-9));
  }

  @Test
  void beingStirredCostsEnergy() {
    var stirred = Given.born().when(Given.meeting("recovery", 1));
    assertThat(energyAfterAnHour(stirred)).isLessThan(98.4);
  }

  @Test
  void arousalIsHalvedEveryHalfLife() {
    var life = Given.born().when(Given.meeting("recovery", 1));
    assertThat(life.alive().condition().arousal()).isEqualTo(0.3);
    life.after(600);
    assertThat(life.alive().condition().arousal()).isCloseTo(0.15, offset(1e-12));
  }

  @Test
  void aBeingWithEnoughEnergyMends() {
    var life = Given.born(LawSettings.DEFAULT, new Vitals(90, 0.5, 0.5)).after(3_600 * 6);
    assertThat(life.alive().condition().vitals().stability()).isEqualTo(1);
    assertThat(life.alive().condition().vitals().integrity()).isGreaterThan(0.5);
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
