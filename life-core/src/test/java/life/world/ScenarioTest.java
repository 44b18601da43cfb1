package life.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import life.body.Shift;
import org.junit.jupiter.api.Test;

class ScenarioTest {
  private static final World WORLD =
      World.plain(
          "w",
          0,
          List.of(
              new StimulusKind("shock", 0, 0, 1, Shift.NONE, 1, Family.BODILY),
              new StimulusKind("recovery", 0, 0, 1, Shift.NONE, 1, Family.BODILY)));

  @Test
  void eventsAreReadInTheOrderOfTheirTicks() {
    var scenario =
        parse(
            "# a hard day",
            "",
            "shock 0.9 at tick 600   # the blow",
            "recovery 0.5 every 200 ticks until tick 700",
            "recovery 1 every 300 ticks from tick 50 until tick 400");
    assertThat(scenario.events())
        .extracting(e -> e.tick() + " " + e.stimulus().kind() + " line " + e.line())
        .containsExactly(
            "50 recovery line 5",
            "200 recovery line 4",
            "350 recovery line 5",
            "400 recovery line 4",
            "600 shock line 3",
            "600 recovery line 4");
  }

  @Test
  void everyWrongLineIsNamedWithWhatWouldBeRight() {
    assertThatThrownBy(() ->
            parse(
                "shock 0.9 at tick 600",
                "shock often",
                "thunder 0.5 at tick 3",
                "shock 1.5 at tick 3",
                "shock much at tick 3",
                "shock 0.5 every 0 ticks until tick 9"))
        .hasMessageNotContaining("line 1:")
        .hasMessageContaining("line 2: 'shock often' is no event; write 'shock 0.9 at tick 600'")
        .hasMessageContaining("line 3: there is no kind 'thunder'; known are shock, recovery")
        .hasMessageContaining("line 4: intensity must be a number from 0.0 to 1.0, but was 1.5")
        .hasMessageContaining("line 5: the intensity must be a number from 0 to 1, but was 'much'")
        .hasMessageContaining("line 6: ticks between must be a whole number from 1");
  }

  @Test
  void moreThanALifeTakesIsRefused() {
    assertThatThrownBy(() -> parse("shock 0.1 every 1 ticks until tick 100000"))
        .hasMessageContaining("more than the 1000");
  }

  private static Scenario parse(String... lines) {
    return Scenario.parse(List.of(lines), WORLD);
  }
}
