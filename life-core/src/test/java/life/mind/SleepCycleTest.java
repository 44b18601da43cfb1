package life.mind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SleepCycleTest {
  private static final double STEP_HOURS = 1.0 / 3_600;

  /** What many days of a cycle come to. */
  private record Days(double sleepsPerDay, double hoursPerSleep) {}

  @ParameterizedTest
  @CsvSource({
    "0.67, 0.17, 0.12, 1.00, 7.94",
    "0.75, 0.17, 0.07, 1.00, 6.21",
    "0.75, 0.09, 0.07, 0.75, 0",
    "0.75, 0.50, 0.07, 1.50, 0",
    "0.75, 0.58, 0.07, 2.00, 0"
  })
  void theThresholdsGiveThePublishedSleepsADay(
      double above, double below, double swing, double sleeps, double hours) {
    var days = live(new SleepCycle(above, below, swing), 60, 360);
    assertThat(days.sleepsPerDay()).isCloseTo(sleeps, within(0.006));
    if (hours > 0) {
      assertThat(days.hoursPerSleep()).isCloseTo(hours, within(0.006));
    }
  }

  @Test
  void withoutADailyRhythmTheClosedFormsHold() {
    var days = live(new SleepCycle(0.67, 0.17, 0), 30, 300);
    double awake = SleepCycle.RISE_HOURS * Math.log((1 - 0.17) / (1 - 0.67));
    double asleep = SleepCycle.FALL_HOURS * Math.log(0.67 / 0.17);
    assertThat(awake).isCloseTo(16.786, within(5e-4));
    assertThat(asleep).isCloseTo(5.760, within(5e-4));
    assertThat(days.hoursPerSleep()).isCloseTo(asleep, within(0.001));
    assertThat(days.sleepsPerDay()).isCloseTo(24 / (awake + asleep), within(0.003));
  }

  @ParameterizedTest
  @CsvSource({"16, 0.6554, 5.668", "24, 0.7780, 6.388", "40, 0.9078, 7.036", "64, 0.9753, 7.337"})
  void recoveryGrowsWithDeprivationButLessAndLess(double awake, double pressure, double recovery) {
    double start = 0.17;
    double built = 1 - (1 - start) * SleepCycle.keptAwake(awake);
    assertThat(built).isCloseTo(pressure, within(5e-5));
    double slept = 0;
    double left = built;
    while (left > start) {
      left *= SleepCycle.keptAsleep(STEP_HOURS);
      slept += STEP_HOURS;
    }
    assertThat(slept).isCloseTo(recovery, within(1e-3));
  }

  /** Lives second by second; the first days, in which the cycle settles, are not counted. */
  private static Days live(SleepCycle cycle, int settling, int days) {
    double rise = SleepCycle.keptAwake(STEP_HOURS);
    double fall = SleepCycle.keptAsleep(STEP_HOURS);
    double pressure = 0.3;
    boolean asleep = false;
    long sleeps = 0;
    long asleepSteps = 0;
    long stepsPerDay = 24L * 3_600;
    for (long step = 0; step < stepsPerDay * (settling + days); step++) {
      double rhythm = SleepCycle.rhythm(step * STEP_HOURS);
      boolean counts = step >= stepsPerDay * settling;
      if (asleep) {
        pressure *= fall;
        asleep = !cycle.wakes(pressure, rhythm);
      } else {
        pressure = 1 - (1 - pressure) * rise;
        asleep = cycle.fallsAsleep(pressure, rhythm);
        sleeps += asleep && counts ? 1 : 0;
      }
      asleepSteps += asleep && counts ? 1 : 0;
    }
    return new Days((double) sleeps / days, asleepSteps * STEP_HOURS / sleeps);
  }
}
