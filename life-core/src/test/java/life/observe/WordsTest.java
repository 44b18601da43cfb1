package life.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import life.being.Decider;
import life.being.Given;
import life.being.LifeCommand;
import life.being.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @Test
  void aLifeReadsAsAStory() {
    var life =
        Given.born()
            .after(1)
            .after(600)
            .when(Given.meeting("shock", 0.9))
            .when(Given.meeting("noise", 0.5, new When.InTicks(60)))
            .when(new LifeCommand.Resume(2_500))
            .when(new LifeCommand.Settle(Given.BUSY));
    assertThat(story(life))
        .containsExactly(
            "ada is born into the world 'quiet', with seed 7",
            "ada lives 1 s (a tick); energy 100.0, stability 1.00, integrity 1.00",
            "ada lives 10 min 0 s (600 ticks); energy 99.7, stability 1.00, integrity 1.00",
            "a shock of 0.90 is sent to ada",
            "ada absorbs the shock; energy 95.2, stability 0.55, integrity 0.82",
            "a noise of 0.50 is sent, due at tick 661",
            "ada goes on, after the process was down for 2.50 s",
            "ada lives in the world 'busy' as it is now");
  }

  @Test
  void theEndIsToldToo() {
    assertThat(story(Given.born().after(Given.days(9))))
        .contains("ada is degrading")
        .last()
        .isEqualTo("ada has died of starvation");
  }

  @ParameterizedTest
  @CsvSource({"0.5,0.50 s", "59,59 s", "61,1 min 1 s", "3661,1 h 1 min", "90000,1 d 1 h"})
  void durationsShowTheirTwoLargestParts(double seconds, String words) {
    assertThat(Words.duration(seconds)).isEqualTo(words);
  }

  private static List<String> story(Given life) {
    var lines = new ArrayList<String>();
    var state = Decider.UNBORN;
    for (var fact : life.facts()) {
      state = Decider.evolve(state, fact);
      lines.add(Words.of(fact, state));
    }
    return lines;
  }

  @Test
  void vitalsAreRoundedAsJavaFormatsThem() {
    var random = new SplittableRandom(7);
    for (int n = 0; n < 10_000; n++) {
      double number = random.nextDouble(100);
      double even = random.nextInt(100_000) / 1_000.0;
      for (double each : new double[] {number, even, number / 100, even / 100, number / 1e6}) {
        assertThat(Words.rounded(each, 1)).isEqualTo(String.format(Locale.ROOT, "%.1f", each));
        assertThat(Words.rounded(each, 2)).isEqualTo(String.format(Locale.ROOT, "%.2f", each));
      }
    }
  }
}
