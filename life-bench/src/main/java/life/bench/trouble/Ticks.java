package life.bench.trouble;

/** Spans of a being's time in ticks of a second. */
final class Ticks {
  static final long MINUTE = 60;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;

  private Ticks() {}
}
