package life.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The four consequences that Keramati and Gutkin (2014) draw from the form of the drive. */
class DriveTest {
  @ParameterizedTest
  @CsvSource({"1,1.0000", "2,1.5198", "5,2.2003", "10,2.8236", "20,3.5887"})
  void theRewardOfAUnitGrowsWithDeprivation(double deprivation, double reward) {
    assertThat(Drive.of(deprivation) - Drive.of(deprivation - 1)).isCloseTo(reward, within(5e-5));
  }

  @Test
  void anotherNeedInhibitsIt() {
    double alone = Drive.of(5, 0) - Drive.of(4, 0);
    double beside = Drive.of(5, 8) - Drive.of(4, 8);
    assertThat(beside).isPositive().isLessThan(alone);
  }

  @Test
  void overshootIsPunished() {
    double enough = Drive.of(3) - Drive.of(0);
    double tooMuch = Drive.of(3) - Drive.of(-4);
    assertThat(enough).isPositive();
    assertThat(tooMuch).isNegative();
  }

  @Test
  void theRewardsOfAPathAddUpToItsEndsWhateverThePath() {
    var random = new SplittableRandom(31);
    var start = new Vitals(40, 0.5, 0.9);
    var now = start;
    double sum = 0;
    double lost = 0;
    for (int tick = 0; tick < 1_000_000; tick++) {
      var next =
          now.shifted(
              new Shift(
                  random.nextDouble(-1, 1),
                  random.nextDouble(-0.01, 0.01),
                  random.nextDouble(-0.01, 0.01)));
      double reward = Drive.reward(now, next) - lost;
      double more = sum + reward;
      lost = more - sum - reward;
      sum = more;
      now = next;
    }
    assertThat(sum).isCloseTo(Drive.reward(start, now), within(1e-9));
  }

  @Test
  void aBeingAtItsIdealHasNoDriveAndAnEmptyOneTheMost() {
    assertThat(Drive.of(Vitals.FULL)).isZero();
    assertThat(Drive.of(new Vitals(0, 0, 0))).isBetween(31.0, 34.2);
  }
}
