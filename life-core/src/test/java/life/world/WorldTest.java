package life.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import life.body.Shift;
import life.world.Chance.Faculty;
import org.junit.jupiter.api.Test;

class WorldTest {
  private static final World WORLD =
      World.plain(
          "test",
          0.25,
          List.of(kind("noise", 5, 0, 0.4), kind("never", 0, 0, 1), kind("shock", 1, 0.6, 1)));

  @Test
  void aTickAlwaysBringsTheSame() {
    for (long tick = 1; tick <= 10_000; tick++) {
      assertThat(WORLD.draw(42, tick)).isEqualTo(WORLD.draw(42, tick));
      assertThat(WORLD.draw(42, tick).isPresent()).isEqualTo(WORLD.isEventful(42, tick));
    }
  }

  @Test
  void kindsComeAsOftenAsTheirWeightsSayAndWithinTheirIntensities() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    int ticks = 400_000;
    for (long tick = 1; tick <= ticks; tick++) {
      WORLD
          .draw(42, tick)
          .ifPresent(stimulus -> {
            counts.merge(stimulus.kind(), 1, Integer::sum);
            var kind = WORLD.kind(stimulus.kind()).orElseThrow();
            assertThat(stimulus.intensity()).isBetween(kind.low(), kind.high());
          });
    }
    assertThat(counts).containsOnlyKeys("noise", "shock");
    double drawn = counts.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(chiSquare(drawn, ticks * 0.25, ticks * 0.75)).isLessThan(10.83);
    double expectedNoise = drawn * 5 / 6;
    assertThat(chiSquare(counts.getOrDefault("noise", 0), expectedNoise, drawn - expectedNoise))
        .isLessThan(10.83);
  }

  @Test
  void uniformDrawsFillTheUnitIntervalEvenlyAndFacultiesAreIndependent() {
    int[] cells = new int[100];
    int draws = 1_000_000;
    for (long tick = 0; tick < draws; tick++) {
      int one = (int) (Chance.uniform(3, Faculty.WORLD_KIND, tick) * 10);
      int other = (int) (Chance.uniform(3, Faculty.WORLD_INTENSITY, tick) * 10);
      cells[one * 10 + other]++;
    }
    double chiSquare = 0;
    for (int cell : cells) {
      chiSquare += (cell - draws / 100.0) * (cell - draws / 100.0) / (draws / 100.0);
    }
    assertThat(chiSquare).as("99 degrees of freedom, p = 0.001").isLessThan(148.2);
  }

  @Test
  void aWorldThatCannotBeIsRefused() {
    assertThatThrownBy(() -> World.plain("w", 0.5, List.of(kind("never", 0, 0, 1))))
        .hasMessage("world 'w' is active, so at least one kind needs a weight above 0");
    assertThatThrownBy(() -> World.plain("w", 0, List.of(kind("a", 1, 0, 1), kind("a", 1, 0, 1))))
        .hasMessage("the kind 'a' is there twice");
    assertThatThrownBy(() -> World.plain("w", 1.5, WORLD.kinds().list()))
        .hasMessageContaining("activity");
    assertThatThrownBy(() -> kind("a", 1, 0.5, 0.4)).hasMessageContaining("highest intensity of a");
  }

  /** Chi-square of two cells, of which the first holds {@code seen}; 10.83 is p = 0.001. */
  private static double chiSquare(double seen, double expected, double expectedOther) {
    double off = seen - expected;
    return off * off / expected + off * off / expectedOther;
  }

  private static StimulusKind kind(String name, double weight, double low, double high) {
    return new StimulusKind(name, weight, low, high, Shift.NONE, 0.5, Family.BODILY);
  }
}
