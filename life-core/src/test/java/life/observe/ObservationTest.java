package life.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservationTest {
  private static final Observation OPEN =
      new Observation(
          3,
          7,
          new Juncture(20, 600),
          new Juncture(25, 700),
          new Juncture(30, 800),
          null,
          List.of(
              new Sign(
                  SignKind.SURPRISE,
                  "energy",
                  new Juncture(18, 500),
                  List.of(18L),
                  6,
                  "a surprise"),
              new Sign(
                  SignKind.FLOOD,
                  "shock",
                  new Juncture(12, 400),
                  List.of(12L, 15L),
                  9.5,
                  "a flood")));

  @Test
  void isAsBadAsTheGravestOfItsSignsAndBeganWithTheEarliest() {
    assertThat(OPEN.severity()).isEqualTo(Severity.WARNING);
    assertThat(OPEN.begin()).isEqualTo(new Juncture(12, 400));
    assertThat(OPEN.words()).isEqualTo("a flood; a surprise");
  }

  @Test
  void isTheSameAfterItWasWrittenDown() {
    var over =
        new Observation(
            3, 8, OPEN.noticed(), OPEN.peak(), OPEN.changed(), OPEN.peak(), OPEN.signs());
    for (var one : List.of(OPEN, over)) {
      assertThat(Observation.read(one.written())).isEqualTo(one);
    }
  }

  @Test
  void bytesThatAreNoneAreRefused() {
    byte[] bytes = OPEN.written();
    for (int length = 0; length < bytes.length; length++) {
      byte[] torn = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> Observation.read(torn)).hasMessageStartingWith("this is no obser");
    }
    assertThatThrownBy(() -> Observation.read(Arrays.copyOf(bytes, bytes.length + 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
