package life.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SketchTest {
  private static final double SHARE_OFF = 0.02;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aMergedSketchKnowsWhereTheValuesLay(long seed) {
    System.out.println("seed " + seed);
    var random = new SplittableRandom(seed);
    double[] all = new double[6_000];
    var sum = Sketch.EMPTY;
    for (int part = 0; part < 100; part++) {
      double[] some = new double[60];
      for (int i = 0; i < some.length; i++) {
        double drawn = random.nextDouble();
        some[i] = seed % 2 == 0 ? drawn : drawn * drawn * drawn + part * 0.01;
        all[part * 60 + i] = some[i];
      }
      sum = sum.plus(of(some));
    }
    Arrays.sort(all);
    assertThat(sum.centroids()).isLessThanOrEqualTo(Sketch.MOST_CENTROIDS);
    assertThat(sum.quantile(0)).isEqualTo(all[0]);
    assertThat(sum.quantile(1)).isEqualTo(all[all.length - 1]);
    for (double share : new double[] {0.1, 0.5, 0.9}) {
      double below = Arrays.stream(all).filter(below(sum.quantile(share))).count() / 6_000.0;
      assertThat(below)
          .as("share below the quantile %s", share)
          .isEqualTo(share, within(SHARE_OFF));
    }
  }

  private static java.util.function.DoublePredicate below(double quantile) {
    return value -> value < quantile;
  }

  /** The digest must not draw pivots, nor hold anything but its centroids. */
  @Test
  void theSameValuesGiveTheSameBitsEachTime() {
    var once = grown(500);
    for (int again = 0; again < 20; again++) {
      assertThat(grown(500)).isEqualTo(once);
    }
    assertThat(bits(once)).isEqualTo(GOLDEN);
  }

  /** Had on a 64-bit HotSpot; another JVM must come to the same. */
  private static final long GOLDEN = 2285655375034290031L;

  private static long bits(Sketch sketch) {
    long bits = 17;
    for (int i = 0; i < sketch.centroids(); i++) {
      bits = bits * 31 + Double.doubleToLongBits(sketch.mean(i));
      bits = bits * 31 + Double.doubleToLongBits(sketch.weight(i));
    }
    return bits * 31 + Double.doubleToLongBits(sketch.quantile(0.9));
  }

  private static Sketch grown(int parts) {
    var random = new SplittableRandom(42);
    var sum = Sketch.EMPTY;
    for (int part = 0; part < parts; part++) {
      double[] some = new double[1 + random.nextInt(60)];
      for (int i = 0; i < some.length; i++) {
        some[i] = (double) random.nextInt(200) / 10;
      }
      sum = sum.plus(of(some));
    }
    return sum;
  }

  @Test
  void ofACenturyItIsAsSmallAsOfADay() {
    var sum = Sketch.of(new double[] {1});
    for (int doubling = 0; doubling < 30; doubling++) {
      sum = sum.plus(sum);
    }
    assertThat(sum.centroids()).isLessThanOrEqualTo(Sketch.MOST_CENTROIDS);
    assertThat(sum.quantile(0.5)).isEqualTo(1);
  }

  @Test
  void moreCentroidsThanItMayHoldAreRefused() {
    assertThatThrownBy(() -> Sketch.centroids(new double[200], new double[200], 0, 0))
        .hasMessageContaining("at most 160 centroids");
  }

  private static Sketch of(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return Sketch.of(sorted);
  }
}
