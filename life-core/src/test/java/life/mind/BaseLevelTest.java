package life.mind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseLevelTest {
  private static final double MINUTE = 60;
  private static final double DAY = 86_400;

  @ParameterizedTest
  @CsvSource({
    "1, 0",
    "1200, -3.5450",
    "3600, -4.0943",
    "31680, -5.1817",
    "86400, -5.6834",
    "172800, -6.0299",
    "518400, -6.5793",
    "2678400, -7.4004"
  })
  void aSingleUseFadesAsThePowerLawSays(double seconds, double activation) {
    assertThat(new BaseLevel(1, 0, 0, BaseLevel.USUAL_DECAY).activation(seconds))
        .isCloseTo(activation, within(1e-4));
  }

  @ParameterizedTest
  @CsvSource({"2", "3", "5", "10", "50", "500"})
  void threeNumbersComeCloseToTheExactSumOverAllUses(int uses) {
    double worst = 0;
    for (double gap = 10; gap <= 10_000; gap *= 1.3) {
      for (double wait = gap; wait <= 1e7; wait *= 1.3) {
        var level = new BaseLevel(uses, 0, (uses - 1) * gap, BaseLevel.USUAL_DECAY);
        double now = (uses - 1) * gap + wait;
        double exact = 0;
        for (int use = 0; use < uses; use++) {
          exact += Math.pow(now - use * gap, -BaseLevel.USUAL_DECAY);
        }
        worst = Math.max(worst, Math.abs(level.activation(now) - Math.log(exact)));
      }
    }
    assertThat(worst).isLessThan(0.08);
  }

  @Test
  void massedUsesWinSoonAndSpacedOnesInTheLongRun() {
    double[] massed = {0, 10, 20};
    double[] spaced = {0, 10_000, 20_000};
    assertThat(Spacing.activation(massed, 20 + MINUTE))
        .isGreaterThan(Spacing.activation(spaced, 20_000 + MINUTE));
    assertThat(Spacing.activation(spaced, 20_000 + 7 * DAY))
        .isGreaterThan(Spacing.activation(massed, 20 + 7 * DAY));
  }

  /** The mean decay in place of one for each use keeps the crossover. */
  @Test
  void aMemoryAsABeingHoldsItCrossesOverAsWell() {
    var massed = used(10);
    var spaced = used(10_000);
    assertThat(massed.activation(massed.last() + MINUTE))
        .isGreaterThan(spaced.activation(spaced.last() + MINUTE));
    assertThat(spaced.activation(spaced.last() + 7 * DAY))
        .isGreaterThan(massed.activation(massed.last() + 7 * DAY));
  }

  private static BaseLevel used(double gap) {
    return BaseLevel.madeAt(0).usedAt(gap).usedAt(2 * gap);
  }
}
