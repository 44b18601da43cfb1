package life.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chart of a page about a life says what the series says. */
class StoryChartTest {
  private static final long DAYS = 2 * Told.DAY;

  /** The points that the data of a path goes through. */
  static List<double[]> points(String path) {
    var numbers = path.substring(1).split(" ", -1);
    var points = new ArrayList<double[]>();
    for (int i = 0; i + 1 < numbers.length; i += 2) {
      points.add(new double[] {Double.parseDouble(numbers[i]), Double.parseDouble(numbers[i + 1])});
    }
    return points;
  }

  @Test
  void theLineOfACourseGoesThroughItsLeastAndItsGreatest() {
    var series = Series.of(Told.life(7, Told.DEFAULT, DAYS));
    var size = ChartSize.WIDE;
    var axis = TimeAxis.of(series, size.left, size.right - size.left);
    var columns = Column.of(series, axis);
    var scale = new Scale(100, size.top(), size.courses);
    var heights =
        points(CoursePath.of(columns, Series.Bucket::energy, scale)).stream()
            .mapToDouble(point -> point[1])
            .summaryStatistics();
    var all =
        columns.stream().map(c -> c.bucket().energy()).reduce(Series.Range::and).orElseThrow();
    assertThat(heights.getMin()).isCloseTo(scale.y(all.max()), within(0.3));
    assertThat(heights.getMax()).isCloseTo(scale.y(all.min()), within(0.3));
  }

  @ParameterizedTest
  @ValueSource(longs = {600, Told.DAY, 12 * Told.DAY})
  void theNamesOfStimuliAreClearOfEachOther(long until) {
    var series = Series.of(Told.life(7, Told.DEFAULT, until));
    for (var size : ChartSize.values()) {
      var axis = TimeAxis.of(series, size.left, size.right - size.left);
      var labels = StimulusLabels.of(Column.of(series, axis), size);
      for (int i = 1; i < labels.size(); i++) {
        double apart = labels.get(i).x() - labels.get(i - 1).x();
        assertThat(apart * Math.sin(Math.toRadians(StimulusLabels.SLANT)))
            .isGreaterThan(1.15 * size.font);
      }
      assertThat(labels).hasSizeLessThanOrEqualTo(size.mostLabels);
      assertThat(labels).allSatisfy(label -> assertThat(label.x()).isLessThan(size.width));
    }
  }

  @Test
  void stretchesThatOverlapAreOne() {
    var all =
        List.of(span(10, 20, false), span(15, 30, false), span(40, 50, false), span(45, 60, true));
    assertThat(OddSpans.of(all, 100))
        .containsExactly(new OddSpans.Span(10, 30), new OddSpans.Span(40, 100));
  }

  private static JsonNode span(long from, long to, boolean open) {
    var one = Json.object().put("open", open);
    one.putObject("begin").put("tick", from);
    if (!open) {
      one.putObject("end").put("tick", to);
    }
    return one;
  }
}
