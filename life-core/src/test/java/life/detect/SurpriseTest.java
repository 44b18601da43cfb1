package life.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurpriseTest {
  private static final int DAY = 144;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void keptAndTakenUpAgainItGoesOnAsIfNothingHadHappened(long seed) {
    var random = new Random(seed);
    var whole = new Surprise();
    var restored = new Surprise();
    for (int i = 0; i < 4_000; i++) {
      if (random.nextInt(300) == 0) {
        restored = copy(restored);
      }
      double value = random.nextGaussian() * (random.nextInt(500) == 0 ? 30 : 1);
      assertThat(restored.next(value))
          .as("seed %d, point %d", seed, i)
          .isEqualTo(whole.next(value));
      assertThat(restored.last()).isEqualTo(whole.last());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void aSpikeAmongNoiseStandsOutMoreThanAllBefore(long seed) {
    var random = new Random(seed);
    var surprise = new Surprise();
    double before = most(surprise, 3_000, i -> random.nextGaussian());
    assertThat(surprise.next(25)).as("seed %d", seed).isGreaterThan(1.2).isGreaterThan(before);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aDayThatRunsBackwardsStandsOutMoreThanAllDaysOfTheMonthBefore(long seed) {
    var random = new Random(seed);
    var surprise = new Surprise();
    most(surprise, 5 * DAY, i -> sawTooth(i, random));
    double usual = most(surprise, 25 * DAY, i -> sawTooth(i, random));
    double broken = most(surprise, DAY, i -> sawTooth(DAY - 1 - i, random));
    assertThat(broken).as("seed %d", seed).isGreaterThan(1.2).isGreaterThan(usual);
  }

  @Test
  void itTellsWhatWasImprobable() {
    var random = new Random(7);
    var surprise = new Surprise();
    most(surprise, 4_000, i -> 50 + random.nextGaussian());
    surprise.next(20);
    var context = Objects.requireNonNull(surprise.last());
    assertThat(context.isHigh()).isFalse();
    assertThat(context.seen()).isZero();
    assertThat(context.moments()).isBetween(100L, 4_000L);
    assertThat(context.probability()).isLessThan(0.01);
    assertThat(context.span()).isIn(1, 3);
  }

  @Test
  void ofItsFirstPointItCanSayNothing() {
    var surprise = new Surprise();
    assertThat(surprise.last()).isNull();
    assertThat(surprise.next(1)).isZero();
    assertThat(surprise.last()).isNull();
    surprise.next(1);
    assertThat(surprise.last()).isNotNull();
  }

  @Test
  void whatNeverChangesNeverStandsOut() {
    assertThat(most(new Surprise(), 10_000, i -> 0.1)).isZero();
  }

  @Test
  void itsStateIsBoundedAndSmallWhileYoung() {
    var random = new Random(3);
    var surprise = new Surprise();
    assertThat(size(surprise)).isLessThan(4_000);
    for (int i = 0; i < 200_000; i++) {
      surprise.next(random.nextGaussian() * Math.exp(8 * random.nextDouble()));
    }
    assertThat(size(surprise)).isLessThan(35_000);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNoNumberIsRefused(double value) {
    var surprise = new Surprise();
    assertThatThrownBy(() -> surprise.next(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a point must be a finite number, but was " + value);
  }

  @Test
  void theLargestNumbersAreTakenToo() {
    var surprise = new Surprise();
    for (int i = 0; i < 500; i++) {
      assertThat(surprise.next(i % 2 == 0 ? Double.MAX_VALUE : -Double.MAX_VALUE)).isFinite();
    }
  }

  private interface Series {
    double at(int point);
  }

  private static double most(Surprise surprise, int points, Series series) {
    double most = 0;
    for (int i = 0; i < points; i++) {
      most = Math.max(most, surprise.next(series.at(i)));
    }
    return most;
  }

  private static double sawTooth(int point, Random random) {
    return 20.0 * (point % DAY) / DAY + 0.3 * random.nextGaussian();
  }

  private static int size(Surprise surprise) {
    var writer = new CheckpointWriter();
    surprise.keep(writer);
    return writer.written().length;
  }

  private static Surprise copy(Surprise surprise) {
    var writer = new CheckpointWriter();
    surprise.keep(writer);
    var copy = new Surprise();
    copy.keep(new CheckpointReader(writer.written()));
    return copy;
  }
}
