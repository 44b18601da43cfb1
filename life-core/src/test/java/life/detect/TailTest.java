package life.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class TailTest {
  record Noise(String name, ToDoubleFunction<Random> next) {
    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Noise> NOISES =
      List.of(
          new Noise("normal", Random::nextGaussian),
          new Noise("half normal", random -> Math.abs(random.nextGaussian())),
          new Noise("exponential", TailTest::exponential),
          new Noise("heavy: exponential squared", random -> Math.pow(exponential(random), 2)),
          new Noise("heavy: log-normal", random -> Math.exp(random.nextGaussian())),
          new Noise("mostly nothing", random -> random.nextInt(10) > 0 ? 0 : exponential(random)));

  private static double exponential(Random random) {
    return -Math.log(1 - random.nextDouble());
  }

  @ParameterizedTest
  @FieldSource("NOISES")
  void oneInAThousandPointsPassesTheThresholdOfOneInAThousand(Noise noise) {
    assertThat(falseAlarms(noise, 1e-3, 10, 30_000)).isBetween(0.6, 1.5);
  }

  @ParameterizedTest
  @FieldSource("NOISES")
  void oneInThirtyThousandPassesInTheLongRunWithinAFactorOfThree(Noise noise) {
    assertThat(falseAlarms(noise, 1.0 / 30_000, 4, 300_000)).isBetween(1 / 3.0, 3.0);
  }

  @ParameterizedTest
  @FieldSource("NOISES")
  void inItsFirstTenThousandPointsItIsAtMostFourTimesTooFree(Noise noise) {
    assertThat(falseAlarms(noise, 1.0 / 30_000, 100, 10_000)).isLessThan(4);
  }

  @Test
  void whatIsBoundedSeldomPassesItsBound() {
    var uniform = new Noise("uniform", Random::nextDouble);
    assertThat(falseAlarms(uniform, 1e-3, 10, 30_000)).isLessThan(1.5);
  }

  /** How many points passed beside how many should have, over seeds from 1 on. */
  private static double falseAlarms(Noise noise, double rate, int seeds, int points) {
    int passed = 0;
    for (int seed = 1; seed <= seeds; seed++) {
      var random = new Random(seed);
      var tail = new Tail(rate);
      for (int i = 0; i < points; i++) {
        passed += tail.passes(noise.next().applyAsDouble(random)) ? 1 : 0;
      }
    }
    return passed / (rate * (points - Tail.WARM_UP) * seeds);
  }

  @Test
  void whatIsFarOutPassesAndNothingDoesWhileWarmingUp() {
    var random = new Random(5);
    var tail = new Tail(1e-4);
    for (int i = 0; i < Tail.WARM_UP; i++) {
      assertThat(tail.threshold()).isInfinite();
      assertThat(tail.passes(i == 500 ? 8 : random.nextGaussian())).isFalse();
    }
    assertThat(tail.passes(20)).isTrue();
    assertThat(tail.threshold()).isBetween(3.0, 8.0);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void keptAndTakenUpAgainItGoesOnAsIfNothingHadHappened(long seed) {
    var random = new Random(seed);
    var whole = new Tail(1e-3);
    var restored = new Tail(1e-3);
    for (int i = 0; i < 5_000; i++) {
      if (random.nextInt(200) == 0) {
        var writer = new CheckpointWriter();
        restored.keep(writer);
        restored = new Tail(1e-3);
        restored.keep(new CheckpointReader(writer.written()));
      }
      double value = exponential(random);
      assertThat(restored.passes(value)).as("seed %d", seed).isEqualTo(whole.passes(value));
      assertThat(restored.threshold()).as("seed %d", seed).isEqualTo(whole.threshold());
    }
  }

  @Test
  void aRateThatIsNoneAndAPointThatIsNoneAreRefused() {
    assertThatThrownBy(() -> new Tail(0.5))
        .hasMessage("a rate must be from 1e-7 to 0.01, but was 0.5");
    assertThatThrownBy(() -> new Tail(1e-3).passes(Double.NaN))
        .hasMessage("a point must be a finite number, but was NaN");
  }
}
