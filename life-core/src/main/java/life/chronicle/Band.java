package life.chronicle;

import java.util.Arrays;

/** The least and the greatest that one quantity was, bucket by bucket. */
final class Band {
  private final double[] least;
  private final double[] greatest;

  Band(int buckets) {
    least = new double[buckets];
    greatest = new double[buckets];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
  }

  void take(int bucket, double value) {
    least[bucket] = Math.min(least[bucket], value);
    greatest[bucket] = Math.max(greatest[bucket], value);
  }

  /** Only of a bucket that took something. */
  Range of(int bucket) {
    return new Range(least[bucket], greatest[bucket]);
  }
}
