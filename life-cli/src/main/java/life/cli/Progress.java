package life.cli;

import java.util.Locale;

/**
 * How far a long work is, on one line of the terminal that is drawn again and again, and goes away
 * at the end. Silent where nobody could watch it.
 */
final class Progress implements AutoCloseable {
  private static final long BETWEEN_NANOS = 100_000_000;
  private static final String CLEAN = "\r\u001b[K";
  private static final double NANOS = 1e9;

  private final Console console;
  private final boolean visible;
  private final long begun = System.nanoTime();
  private long drawn = begun - BETWEEN_NANOS;
  private boolean dirty;

  Progress(Console console, boolean visible) {
    this.console = console;
    this.visible = visible;
  }

  /** Draws what is measured here; at most ten times a second. */
  void at(String what, long done, long all) {
    var now = System.nanoTime();
    if (visible && now - drawn >= BETWEEN_NANOS) {
      drawn = now;
      var seconds = (now - begun) / NANOS;
      var rate = seconds < 1 ? 0 : done / seconds;
      show(what, done, all, rate, rate > 0 && all > done ? (all - done) / rate : -1);
    }
  }

  /**
   * Draws.
   *
   * @param all 0 if it is not known
   * @param perSecond 0 if it is not known
   * @param secondsLeft negative if it is not known
   */
  synchronized void show(String what, long done, long all, double perSecond, double secondsLeft) {
    if (!visible) {
      return;
    }
    var text = new StringBuilder(what).append(": ").append(count((double) done));
    if (all > 0) {
      text.append(" of ").append(count((double) all));
      text.append(String.format(Locale.ROOT, " (%d %%)", Math.min(100, done * 100 / all)));
    }
    if (perSecond > 0) {
      text.append(", ").append(count(perSecond)).append("/s");
    }
    if (secondsLeft >= 0) {
      text.append(", ").append(String.format(Locale.ROOT, "%.0f s left", Math.ceil(secondsLeft)));
    }
    console.talk().print(CLEAN + text);
    console.talk().flush();
    dirty = true;
  }

  /** Takes the line away. */
  @Override
  public synchronized void close() {
    if (dirty) {
      console.talk().print(CLEAN);
      console.talk().flush();
      dirty = false;
    }
  }

  /** With three digits or a little more: {@code 950}, {@code 21.0 k}, {@code 210 k}. */
  static String count(double number) {
    var value = number;
    for (var unit : new String[] {"", " k", " M", " G"}) {
      if (value < 1_000 || unit.equals(" G")) {
        var whole = unit.isEmpty() || value >= 100;
        return String.format(Locale.ROOT, whole ? "%.0f" : "%.1f", value) + unit;
      }
      value /= 1_000;
    }
    throw new IllegalStateException("the last unit takes all");
  }
}
