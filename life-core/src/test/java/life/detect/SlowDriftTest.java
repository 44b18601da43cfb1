package life.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import life.detect.SlowDrift.Drift;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlowDriftTest {
  private static final int SERIES = 300;

  @Test
  void aSeriesThatDoesNotDriftGivesOneAlarmInThousandsOfBlocks() {
    int alarms = 0;
    int blocks = 400;
    for (int seed = 1; seed <= SERIES; seed++) {
      var random = new Random(seed);
      var drift = new SlowDrift(1);
      for (int i = 0; i < blocks; i++) {
        alarms += drift.next(random.nextGaussian()) == Drift.NONE ? 0 : 1;
      }
    }
    assertThat((double) SERIES * blocks / Math.max(1, alarms)).isGreaterThan(3_000);
  }

  @ParameterizedTest(name = "{0} deviations a block: after {1} blocks")
  @CsvSource({"0.05, 36", "0.1, 22", "0.2, 15", "0.3, 12"})
  void aDriftIsTold(double slope, int most) {
    var delays = new int[SERIES];
    for (int seed = 1; seed <= SERIES; seed++) {
      var random = new Random(seed);
      var drift = new SlowDrift(1);
      for (int i = 0; i < 30; i++) {
        drift.next(random.nextGaussian());
      }
      int delay = 0;
      while (drift.next(random.nextGaussian() - slope * delay) != Drift.DOWN && delay < 1_000) {
        delay++;
      }
      delays[seed - 1] = delay;
    }
    Arrays.sort(delays);
    assertThat(delays[SERIES / 2]).isLessThanOrEqualTo(most);
  }

  @Test
  void aRhythmThatFitsInABlockIsNoDrift() {
    var random = new Random(4);
    var drift = new SlowDrift(144);
    for (int i = 0; i < 144 * 120; i++) {
      double tooth = 20.0 * (i % 144) / 144;
      assertThat(drift.next(tooth + random.nextGaussian())).isEqualTo(Drift.NONE);
    }
  }

  @Test
  void afterAnAlarmTheNewLevelIsUsual() {
    var random = new Random(5);
    var drift = new SlowDrift(1);
    int alarms = 0;
    for (int i = 0; i < 200; i++) {
      alarms += drift.next(random.nextGaussian() + (i < 50 ? 0 : 5)) == Drift.UP ? 1 : 0;
    }
    assertThat(alarms).isEqualTo(1);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void keptAndTakenUpAgainItGoesOnAsIfNothingHadHappened(long seed) {
    var random = new Random(seed);
    var whole = new SlowDrift(5);
    var restored = new SlowDrift(5);
    for (int i = 0; i < 1_000; i++) {
      if (random.nextInt(50) == 0) {
        var writer = new CheckpointWriter();
        restored.keep(writer);
        restored = new SlowDrift(5);
        restored.keep(new CheckpointReader(writer.written()));
      }
      double value = random.nextGaussian() + i / 100.0;
      assertThat(restored.next(value)).as("seed %d, %d", seed, i).isEqualTo(whole.next(value));
    }
  }

  @Test
  void aBlockOfNoneAndAPointThatIsNoNumberAreRefused() {
    assertThatThrownBy(() -> new SlowDrift(0)).hasMessageContaining("1 point or more, but was 0");
    assertThatThrownBy(() -> new SlowDrift(1).next(Double.NaN))
        .hasMessage("a point must be a finite number, but was NaN");
  }
}
