package life.bench.nab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import life.bench.nab.Series.Window;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The rules of the Numenta Anomaly Benchmark, by hand. */
class JudgementTest {
  private static final Profile STANDARD = new Profile("standard", 1, 0.11, 1);
  private static final Profile FEW_MISSES = new Profile("reward_low_FN_rate", 1, 0.11, 2);
  private static final Offset<Double> EXACT = within(1e-9);

  /** 100 points, of which 15 are probation, and windows over 20 to 29 and 60 to 79. */
  private static final Series SERIES =
      new Series(
          "group/series.csv",
          Collections.nCopies(100, 0.0),
          List.of(new Window(20, 29), new Window(60, 79)));

  private static Judgement detectedAt(int... points) {
    var scores =
        IntStream.range(0, 100)
            .mapToObj(i -> IntStream.of(points).anyMatch(point -> point == i) ? 1.0 : 0.0);
    return new Judgement(SERIES, scores.toList());
  }

  private static double raw(int... points) {
    return detectedAt(points).at(0.5, STANDARD);
  }

  @Test
  void silenceIsNothingAndPerfectionIsAHundred() {
    for (var profile : List.of(STANDARD, FEW_MISSES)) {
      assertThat(Judgement.score(List.of(detectedAt()), profile, 0.5)).isCloseTo(0, EXACT);
      assertThat(Judgement.score(List.of(detectedAt(20, 60)), profile, 0.5)).isCloseTo(100, EXACT);
    }
  }

  @Test
  void ofAWindowTheEarliestDetectionCountsAndOnlyThat() {
    assertThat(raw(20, 21, 25, 60)).isEqualTo(raw(20, 60));
    assertThat(raw(25, 20, 60)).isGreaterThan(raw(25, 60));
  }

  @Test
  void aLateDetectionIsWorthLess() {
    // 29 is the last of 10 points: y = -(29 - 29 + 1) / 10, scaled by the worth at y = -1
    double late = (2 / (1 + Math.exp(-0.5)) - 1) / (2 / (1 + Math.exp(-5)) - 1);
    assertThat(late).isCloseTo(0.2482, within(1e-4));
    assertThat(raw(29, 60)).isCloseTo(late + 1, EXACT);
    assertThat(Judgement.score(List.of(detectedAt(29, 60)), STANDARD, 0.5))
        .isCloseTo(100 * (late + 1 + 2) / 4, EXACT);
  }

  @Test
  void aFalseDetectionCostsTheMoreTheFurtherTheWindowBeforeIsBehind() {
    double hits = raw(20, 60);
    assertThat(raw(16, 20, 60)).as("no window before").isCloseTo(hits - 0.11, EXACT);
    // 3 points after the window of 10: y = 3 / 9
    double near = 0.11 * (2 / (1 + Math.exp(5 / 3.0)) - 1);
    assertThat(raw(20, 32, 60)).isCloseTo(hits + near, EXACT);
    assertThat(raw(20, 59, 60)).as("far behind").isCloseTo(hits - 0.11, EXACT);
    assertThat(near).isBetween(-0.11, 0.0);
  }

  @Test
  void whatIsDetectedInProbationDoesNotCount() {
    assertThat(SERIES.probation()).isEqualTo(15);
    assertThat(raw(0, 14)).isEqualTo(raw()).isEqualTo(-2);
  }

  @Test
  void probationIsNeverLongerThanOfFiveThousandPoints() {
    var longer = new Series("a/b.csv", Collections.nCopies(20_000, 0.0), List.of());
    assertThat(longer.probation()).isEqualTo(750);
  }

  @Test
  void aMissCostsWhatTheProfileSays() {
    assertThat(detectedAt(20).at(0.5, STANDARD)).isCloseTo(1 - 1, EXACT);
    assertThat(detectedAt(20).at(0.5, FEW_MISSES)).isCloseTo(1 - 2, EXACT);
  }

  @Test
  void theBestThresholdServesAllSeriesTogether() {
    var scores = new Double[100];
    java.util.Arrays.fill(scores, 0.1);
    scores[40] = 0.9;
    scores[20] = 0.8;
    scores[60] = 0.5;
    scores[90] = 0.4;
    var all = List.of(new Judgement(SERIES, List.of(scores)), detectedAt());
    assertThat(Judgement.bestThreshold(all, STANDARD)).isEqualTo(0.5);
    assertThat(Judgement.score(all, STANDARD, 0.5))
        .isCloseTo(100 * (2 - 0.11 - 2 + 4) / 8.0, within(0.1));
  }

  @Test
  void whereEachDetectionIsFalseSilenceIsBest() {
    assertThat(Judgement.bestThreshold(List.of(detectedAt(40, 95)), STANDARD)).isInfinite();
  }

  @Test
  void eachPointNeedsItsScore() {
    assertThatThrownBy(() -> new Judgement(SERIES, List.of(1.0)))
        .hasMessage("1 scores for 100 points");
  }
}
