package life.detect;

import static life.detect.Quantiser.SYMBOLS;

import org.jspecify.annotations.Nullable;

/**
 * One way to look at a series, as a sequence of symbols, and how probable each is after the context
 * that it came in: prediction by partial matching (Cleary and Witten 1984) with contexts of length
 * one and none, where each hands what it can't know yet down to the shorter one. What is predicted
 * is not the symbol itself but its tail: this one or one further out.
 */
final class Aspect {
  /** A context weighs as much as the shorter one when it was met so many times. */
  private static final double TRUST = 2;

  /** Before anything was seen, each symbol further out is less probable by this factor. */
  private static final double[] UNSEEN = unseen();

  private final Quantiser quantiser = new Quantiser();
  private final Counts all = new Counts();
  private final @Nullable Counts[] after = new @Nullable Counts[SYMBOLS];
  private int symbol;
  private int context;
  private boolean high;

  private static double[] unseen() {
    var unseen = new double[SYMBOLS];
    for (int i = 0; i < SYMBOLS; i++) {
      unseen[i] = 0.5 * StrictMath.pow(2, -Math.abs(i - Quantiser.CENTRE) / 2.0);
    }
    return unseen;
  }

  /** The symbol of a number, as things stand now. */
  int symbol(double value) {
    return quantiser.symbol(value);
  }

  /**
   * The probability of a number as far out as this one or further, on either side, after that
   * context; then learns it.
   */
  double take(double value, int afterSymbol) {
    symbol = quantiser.symbol(value);
    context = afterSymbol;
    double up = symbol >= Quantiser.CENTRE ? UNSEEN[symbol] : 1;
    double down = symbol <= Quantiser.CENTRE ? UNSEEN[symbol] : 1;
    up = (all.from(symbol) + up) / (all.total() + 1);
    down = (all.upTo(symbol) + down) / (all.total() + 1);
    var known = after[context];
    if (known == null) {
      known = new Counts();
      after[context] = known;
    } else {
      up = (known.from(symbol) + TRUST * up) / (known.total() + TRUST);
      down = (known.upTo(symbol) + TRUST * down) / (known.total() + TRUST);
    }
    all.add(symbol);
    known.add(symbol);
    quantiser.learn(value);
    high = up < down;
    return Math.min(1, 2 * Math.min(up, down));
  }

  /** Whether what was taken last is improbable because it is so high, not because so low. */
  boolean isHigh() {
    return high;
  }

  /** How often the last context was met, before the last time. */
  int moments() {
    var known = after[context];
    return known == null ? 0 : known.total() - 1;
  }

  /** How often a number so far out, on that side, came after the last context before. */
  int seen() {
    var known = after[context];
    return known == null ? 0 : (high ? known.from(symbol) : known.upTo(symbol)) - 1;
  }

  void keep(Checkpoint checkpoint) {
    quantiser.keep(checkpoint);
    all.keep(checkpoint);
    for (int i = 0; i < SYMBOLS; i++) {
      var known = after[i];
      if (checkpoint.flag(known != null)) {
        known = known == null ? new Counts() : known;
        known.keep(checkpoint);
        after[i] = known;
      } else {
        after[i] = null;
      }
    }
    symbol = place(checkpoint.count(symbol));
    context = place(checkpoint.count(context));
    high = checkpoint.flag(high);
  }

  private static int place(int kept) {
    if (kept < 0 || kept >= SYMBOLS) {
      throw new IllegalArgumentException(
          "a symbol must be from 0 to " + (SYMBOLS - 1) + ", but was " + kept);
    }
    return kept;
  }
}
