package life.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "PT0S,0s",
    "PT7M36S,7m 36s",
    "PT7M10.25S,7m 10.25s",
    "PT10S,10s",
    "PT49H,2d 1h 0m 0s",
    "nonsense,nonsense"
  })
  void agesAreReadable(String iso, String words) {
    assertThat(Age.of(iso)).isEqualTo(words);
  }

  @Test
  void barsLookFullOnlyWhenTheyAreAndEmptyOnlyWhenTheyAre() {
    var bar = new Bar(4, false);
    assertThat(bar.of(0, 1)).isEqualTo("----");
    assertThat(bar.of(0.001, 1)).isEqualTo("#---");
    assertThat(bar.of(0.999, 1)).isEqualTo("###-");
    assertThat(bar.of(100, 100)).isEqualTo("####");
  }

  @Test
  void theNearestWordIsFoundOnlyIfItIsNear() {
    assertThat(Nearest.to("shokc", List.of("noise", "shock"))).contains("shock");
    assertThat(Nearest.to("dance", List.of("noise", "shock"))).isEmpty();
  }

  @Test
  void aSwapOfNeighboursIsOneSlip() {
    assertThat(Nearest.distance("shokc", "shock")).isEqualTo(1);
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
  }
}
