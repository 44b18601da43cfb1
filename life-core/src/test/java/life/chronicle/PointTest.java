package life.chronicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PointTest {
  @Test
  void aSpanOfTimeIsTheSumOfItsParts() {
    assertThat(Point.duration("1d2h30m")).isEqualTo(Duration.ofMinutes((24 + 2) * 60 + 30));
    assertThat(Point.duration("1.5h")).isEqualTo(Point.duration("PT1H30M"));
  }

  @Test
  void aSpanLongerThanTimeIsRefused() {
    for (var text : new String[] {"999999999999d".repeat(120), "PT9223372036854775808S"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Point.parse("age:" + text))
          .withMessageStartingWith("a span of time looks like 90s, 1d2h30m, 1.5h or PT2H, not '");
    }
  }
}
