package life.detect;

import static life.detect.Quantiser.SYMBOLS;

/** How often each symbol came. When there are too many, all are halved: old ones fade. */
final class Counts {
  private static final int MOST = Character.MAX_VALUE;

  private final char[] counts = new char[SYMBOLS];
  private int total;

  int total() {
    return total;
  }

  /** How often this symbol came or one further up. */
  int from(int symbol) {
    int sum = 0;
    for (int i = symbol; i < SYMBOLS; i++) {
      sum += counts[i];
    }
    return sum;
  }

  /** How often this symbol came or one further down. */
  int upTo(int symbol) {
    return total - from(symbol) + counts[symbol];
  }

  void add(int symbol) {
    if (total == MOST) {
      total = 0;
      for (int i = 0; i < SYMBOLS; i++) {
        counts[i] >>= 1;
        total += counts[i];
      }
    }
    counts[symbol]++;
    total++;
  }

  void keep(Checkpoint checkpoint) {
    total = 0;
    for (int i = 0; i < SYMBOLS; i++) {
      counts[i] = (char) Math.clamp(checkpoint.whole(counts[i]), 0, MOST);
      total += counts[i];
    }
  }
}
