package life.observe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import life.detect.Checkpoint;

/**
 * How often something occurs, and how odd it is that it has occurred so often lately: the counts of
 * a Poisson process, whose tail is bounded after Chernoff.
 */
final class Occurrences {
  /** Occurrences that are looked back on. */
  private static final int MOST_RECENT = 32;

  private static final double LOG_10 = StrictMath.log(10);

  private long count;
  private long[] ticks = {};
  private long[] seqs = {};

  /** How many there were in all. */
  long count() {
    return count;
  }

  /** It occurs; what occurred before tick {@code from} will not be asked for any more. */
  void add(Juncture where, long from) {
    count++;
    int kept = Math.min(MOST_RECENT - 1, countSince(from));
    int dropped = ticks.length - kept;
    ticks = with(ticks, dropped, where.tick());
    seqs = with(seqs, dropped, where.seq());
  }

  private static long[] with(long[] recent, int dropped, long last) {
    long[] next = Arrays.copyOfRange(recent, dropped, recent.length + 1);
    next[next.length - 1] = last;
    return next;
  }

  /** Those from that tick on, as far as they are remembered, the oldest first. */
  List<Juncture> since(long tick) {
    var found = new ArrayList<Juncture>();
    for (int i = 0; i < ticks.length; i++) {
      if (ticks[i] >= tick) {
        found.add(new Juncture(seqs[i], ticks[i]));
      }
    }
    return found;
  }

  /** How many there were from that tick on, as far as they are remembered. */
  int countSince(long tick) {
    int first = ticks.length;
    while (first > 0 && ticks[first - 1] >= tick) {
      first--;
    }
    return ticks.length - first;
  }

  /** Decimal digits of the odds of so many, or more, where so many are expected. */
  static double digits(int times, double expected) {
    return times <= expected
        ? 0
        : (times * StrictMath.log(times / expected) - times + expected) / LOG_10;
  }

  void keep(Checkpoint checkpoint) {
    count = checkpoint.whole(count);
    ticks = checkpoint.wholes(ticks);
    seqs = checkpoint.wholes(seqs);
  }
}
