package life.law;

import static life.being.Given.meeting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import life.being.Given;
import life.being.SettingsFor;
import life.mind.SubjectiveClock;
import org.junit.jupiter.api.Test;

/** The scalar property: Gibbon, Psychological Review 84 (1977) 279. */
class FeltTimeTest {
  private static final int LIVES = 3_000;

  @Test
  void theDeviationOfFeltDurationsIsTheSameShareOfThemAtAllDurations() {
    double usual = variation(100);
    assertThat(usual).isBetween(0.1, 0.2);
    for (long duration : new long[] {10, 30, 300, 1_000}) {
      assertThat(variation(duration))
          .as("%d ticks", duration)
          .isCloseTo(usual, within(0.1 * usual));
    }
  }

  /** Coefficient of variation of the felt duration, over many lives and moments. */
  private static double variation(long duration) {
    double[] felt = new double[LIVES];
    for (int seed = 0; seed < LIVES; seed++) {
      var laws = SettingsFor.tireless(SettingsFor.NO_SLEEP, 0.15);
      var life = Given.unborn().when(Given.birth("ada", seed, laws, Given.QUIET));
      life.after(1 + seed * 37L % 7_200);
      double before = life.alive().condition().felt();
      felt[seed] = life.after(duration).alive().condition().felt() - before;
    }
    double mean = Arrays.stream(felt).average().orElseThrow();
    double square = Arrays.stream(felt).map(f -> (f - mean) * (f - mean)).average().orElseThrow();
    assertThat(mean).isCloseTo((double) duration, within(0.02 * duration));
    return Math.sqrt(square) / mean;
  }

  @Test
  void arousalMultipliesAShortSpanAsMuchAsALongOne() {
    double forEver = 86_400;
    double shortRatio = ratio(10, forEver);
    double longRatio = ratio(1_000, forEver);
    assertThat(shortRatio).isGreaterThan(1.3);
    assertThat(longRatio).isCloseTo(shortRatio, within(0.01 * shortRatio));
  }

  private static double ratio(long ticks, double halfLife) {
    return felt(ticks, 1.5, halfLife) / felt(ticks, 0, halfLife);
  }

  private static double felt(long ticks, double gain, double halfLife) {
    var life = Given.born(SettingsFor.stirred(gain, halfLife)).when(meeting("recovery", 1));
    return life.after(ticks).alive().condition().felt();
  }

  @Test
  void theInnerClockStaysWithinItsBoundsAndNeverStandsStill() {
    assertThat(SubjectiveClock.rate(0, 100, 1.5, 1)).isEqualTo(1);
    assertThat(SubjectiveClock.rate(1, 100, 1.5, 1)).isEqualTo(2.5);
    assertThat(SubjectiveClock.rate(1, 100, 10, 1)).isEqualTo(SubjectiveClock.FASTEST);
    assertThat(SubjectiveClock.rate(0, 0, 0, 0.01)).isEqualTo(SubjectiveClock.SLOWEST);
  }
}
