package life.bench;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How long answers took, counted in buckets that are at most a sixteenth wide; for many threads.
 */
final class Latencies {
  private static final int FINE_BITS = 4;
  private static final int FINE = 1 << FINE_BITS;

  private final AtomicLongArray buckets = new AtomicLongArray(Long.SIZE * FINE);

  void add(long nanos) {
    buckets.incrementAndGet(bucket(Math.max(FINE, nanos)));
  }

  private static int bucket(long nanos) {
    int power = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos);
    int fine = (int) (nanos >>> (power - FINE_BITS)) & (FINE - 1);
    return power * FINE + fine;
  }

  /** The least latency that this share of the answers did not exceed, in milliseconds. */
  double millis(double share) {
    long all = 0;
    for (int i = 0; i < buckets.length(); i++) {
      all += buckets.get(i);
    }
    long left = Math.round(all * share);
    for (int i = 0; i < buckets.length(); i++) {
      left -= buckets.get(i);
      if (left <= 0 && buckets.get(i) > 0) {
        int power = i / FINE;
        return ((long) FINE + i % FINE + 1) * Math.scalb(1.0, power - FINE_BITS) / 1e6;
      }
    }
    return Double.NaN;
  }
}
