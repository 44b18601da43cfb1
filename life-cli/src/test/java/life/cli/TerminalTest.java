package life.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TerminalTest {
  @ParameterizedTest
  @MethodSource("life.cli.StoryTest#lives")
  void aTerminalIsNeverTooNarrow(ObjectNode series) {
    for (int columns : new int[] {40, 80, 133}) {
      for (boolean unicode : new boolean[] {true, false}) {
        assertThat(new Terminal(columns, unicode, new Paint(false)).of(series).stream().skip(1))
            .allMatch(line -> line.length() <= Math.max(columns, 66));
      }
    }
  }

  @Test
  void whereThereIsOnlyAsciiAllIsAscii() {
    var ascii = US_ASCII.newEncoder();
    assertThat(plot(false, Told.life(1, Told.DESERT, 9 * Told.DAY)))
        .allMatch(ascii::canEncode)
        .anyMatch(line -> line.startsWith("sleep") && line.contains("####"))
        .anyMatch(line -> line.startsWith("phase") && line.contains("--!!!!") && line.endsWith("X"))
        .anyMatch(line -> line.startsWith("age") && line.contains("birth"));
  }

  @Test
  void aFallingLifeFalls() {
    var lines = plot(true, Told.life(1, Told.DESERT, 9 * Told.DAY));
    assertThat(lines.getFirst())
        .isEqualTo("ada  lived 3d 6h (ticks 0 to 282609, 1 s each), died of starvation");
    assertThat(lines.get(1)).startsWith("energy     100 ⠉⠉");
    assertThat(lines.get(3)).startsWith("             0 ⠀⠀").endsWith("⣀⣀");
    assertThat(lines).hasSize(18);
  }

  @Test
  void timeThatWasNotLivedIsSaidToBeSo() {
    assertThat(plot(true, Told.life(1, Told.DEFAULT, 60, 100, 200)).getLast())
        .isEqualTo("nothing was lived in this time");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 60, 1, birth 15s 30s 45s 1m",
    "0, 5400, 1, birth 30m 1h 1h 30m",
    "0, 172800, 1, birth 12h 1d 1d 12h 2d",
    "0, 2592000, 1, birth 10d 20d 30d",
    "0, 86400000, 1, birth 200d 400d 600d 800d 1000d",
    "7200, 10800, 1, 2h 2h 15m 2h 30m 2h 45m 3h",
    "0, 10, 0.01, birth 0.02s 0.04s 0.06s 0.08s 0.1s",
  })
  void agesAreRound(long from, long to, double tickSeconds, String labels) {
    var marks = new TimeAxis(from, to, tickSeconds, 0, 64).marks(1);
    assertThat(String.join(" ", marks.stream().map(TimeAxis.Mark::label).toList()))
        .isEqualTo(labels);
  }

  private static List<String> plot(boolean unicode, ObjectNode series) {
    return new Terminal(80, unicode, new Paint(false)).of(series);
  }
}
