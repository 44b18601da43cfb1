package life.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {
  private static final long SECOND = 1_000_000_000L;

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 1, 3, 59.94, 3_600, 100_000})
  void ticksDoNotDriftHoweverUnevenlyTheBeatsCome(double speed) {
    var random = new SplittableRandom(17);
    var pace = Pace.from(0, speed);
    long now = 0;
    long ticks = 0;
    while (now < 3_600 * SECOND) {
      now += random.nextLong(SECOND);
      var beat = pace.beat(now);
      ticks += beat.ticks();
      pace = beat.next();
      assertThat(beat.ticks()).isNotNegative();
      assertThat(ticks).isEqualTo((long) (now / 1e9 * speed));
    }
  }

  @Test
  void aStallIsNotFollowedByABurst() {
    var pace = Pace.from(0, 100).beat(SECOND / 2).next();
    var late = pace.beat(60 * SECOND);
    assertThat(late.ticks()).isZero();
    assertThat(late.next().beat(60 * SECOND + SECOND / 10).ticks()).isEqualTo(10);
  }
}
