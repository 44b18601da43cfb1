package life.mind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseLevelTest {
  /** The decay that is usual in ACT-R. */
  private static final double USUAL_DECAY = 0.5;

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
    assertThat(BaseLevel.activation(1, seconds, seconds, USUAL_DECAY, USUAL_DECAY))
        .isCloseTo(activation, within(1e-4));
  }

  @ParameterizedTest
  @CsvSource({"2", "3", "5", "10", "50", "500"})
  void threeNumbersComeCloseToTheExactSumOverAllUses(int uses) {
    double worst = 0;
    for (double gap = 10; gap <= 10_000; gap *= 1.3) {
      for (double wait = gap; wait <= 1e7; wait *= 1.3) {
        double now = (uses - 1) * gap + wait;
        double hybrid = BaseLevel.activation(uses, wait, now, USUAL_DECAY, USUAL_DECAY);
        double exact = 0;
        for (int use = 0; use < uses; use++) {
          exact += Math.pow(now - use * gap, -USUAL_DECAY);
        }
        worst = Math.max(worst, Math.abs(hybrid - Math.log(exact)));
      }
    }
    assertThat(worst).isLessThan(0.08);
  }

  /** Uses in bursts cost more: 0.6 at worst. */
  @ParameterizedTest
  @CsvSource({"3", "5", "10", "50", "500"})
  void atRandomTimesItIsMostlyCloseAsWell(int uses) {
    var random = new SplittableRandom(uses);
    double[] errors = new double[1_000];
    for (int schedule = 0; schedule < errors.length; schedule++) {
      double span = Math.pow(10, random.nextDouble(2, 6));
      double[] times = random.doubles(uses, 0, span).sorted().toArray();
      double now = times[uses - 1] + Math.pow(10, random.nextDouble(0, 6));
      double exact = Arrays.stream(times).map(t -> Math.pow(now - t, -0.5)).sum();
      double hybrid = BaseLevel.activation(uses, now - times[uses - 1], now - times[0], 0.5, 0.5);
      errors[schedule] = Math.abs(hybrid - Math.log(exact));
    }
    Arrays.sort(errors);
    assertThat(errors[errors.length / 2]).as("median").isLessThan(0.05);
    assertThat(errors[errors.length * 95 / 100]).as("95 %").isLessThan(0.2);
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

  /** The mean decay of later uses stands for each of theirs; that costs this much. */
  @ParameterizedTest
  @CsvSource({"60, 10", "60, 50", "60, 200", "3600, 10", "3600, 50", "86400, 10", "86400, 50"})
  void whatABeingHoldsStaysNearTheExactSumOfPavlikAndAnderson(double gap, int uses) {
    double[] times = new double[uses];
    var level = BaseLevel.madeAt(0);
    for (int use = 1; use < uses; use++) {
      times[use] = use * gap;
      level = level.usedAt(times[use]);
    }
    for (double wait : new double[] {3_600, DAY, 31 * DAY}) {
      double now = level.last() + wait;
      assertThat(level.activation(now))
          .as("after %s s", wait)
          .isCloseTo(Spacing.activation(times, now), within(0.5));
    }
  }

  @Test
  void howeverOftenItIsUsedAMemoryIsMorePresentThanWithoutThat() {
    for (int uses = 2; uses < 500; uses++) {
      var level = BaseLevel.madeAt(0);
      for (int use = 1; use < uses; use++) {
        level = level.usedAt(use * MINUTE);
      }
      double now = 31 * DAY;
      assertThat(level.activation(now)).isGreaterThan(BaseLevel.madeAt(0).activation(now));
    }
  }

  private static BaseLevel used(double gap) {
    return BaseLevel.madeAt(0).usedAt(gap).usedAt(2 * gap);
  }
}
