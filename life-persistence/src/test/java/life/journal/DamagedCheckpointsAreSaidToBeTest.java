package life.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import life.being.Decider;
import life.detect.CheckpointWriter;
import life.observe.SemanticMonitor;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are that say how far a life was watched: they are right, or refused. */
class DamagedCheckpointsAreSaidToBeTest {
  private static final byte[] RIGHT =
      new Watched(
              new SemanticMonitor(), Watched.fingerprint(Decider.UNBORN), false, 1_000_000, 5_000)
          .toBytes();

  @Test
  void theRightOnesAreRead() {
    assertThat(Watched.of(RIGHT).versions()).isEqualTo(5_000);
    assertThat(Watched.Progress.of(RIGHT)).isEqualTo(new Watched.Progress(0, false));
  }

  @Test
  void aVersionBeyondAnyIsRefused() {
    var to = new CheckpointWriter();
    to.whole(Long.MAX_VALUE);
    assertRefused(to.written(), "version 9223372036854775807 of the monitor");
  }

  @Test
  void noLifeIsWatchedUpToAFactBeforeItsFirst() {
    var to = new CheckpointWriter();
    to.whole(SemanticMonitor.VERSION);
    to.whole(-1);
    to.flag(false);
    assertRefused(to.written(), "fact -1 can't be the last one");
  }

  @Test
  void theBeginningIsNothingElseThanRightOrRefusedWhateverByteIsWrong() {
    int refused = 0;
    for (int at = 0; at < 16; at++) {
      for (int wrong = 0; wrong < 256; wrong++) {
        byte[] bytes = RIGHT.clone();
        bytes[at] = (byte) wrong;
        try {
          assertThat(Watched.Progress.of(bytes).seq()).isNotNegative();
        } catch (IllegalArgumentException _) {
          refused++;
        }
      }
    }
    assertThat(refused).isPositive();
    for (int length = 0; length < RIGHT.length; length++) {
      byte[] torn = Arrays.copyOf(RIGHT, length);
      assertThatThrownBy(() -> Watched.of(torn)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static void assertRefused(byte[] bytes, String why) {
    assertThatThrownBy(() -> Watched.Progress.of(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
    assertThatThrownBy(() -> Watched.of(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}
