package life.actor;

import life.body.Bounds;

/**
 * How many ticks are due by when: drift-free, since ticks are counted from an anchor and not from
 * one beat to the next; and without a burst after a stall, since time that nobody could live in is
 * let go. Times are nanoseconds of a monotonic clock.
 *
 * @param ticksPerSecond pace of time, in [1e-6, 1e9]
 * @param anchor from when ticks are counted
 * @param handedOut ticks since the anchor that were handed out already
 * @param lastBeat when it was asked last
 */
record Pace(double ticksPerSecond, long anchor, long handedOut, long lastBeat) {
  /** Two beats that are further apart than this are a stall; the time between them is let go. */
  static final long STALL_NANOS = 1_000_000_000L;

  private static final double NANOS_PER_SECOND = 1e9;

  Pace {
    Bounds.within("ticks per second", ticksPerSecond, 1e-6, 1e9);
  }

  static Pace from(long now, double ticksPerSecond) {
    return new Pace(ticksPerSecond, now, 0, now);
  }

  /**
   * What a beat brings.
   *
   * @param ticks due now, 0 or more
   * @param next the pace to go on with
   */
  record Beat(long ticks, Pace next) {}

  Beat beat(long now) {
    if (now - lastBeat > STALL_NANOS) {
      return new Beat(0, from(now, ticksPerSecond));
    }
    long due = (long) ((now - anchor) / NANOS_PER_SECOND * ticksPerSecond);
    return new Beat(due - handedOut, new Pace(ticksPerSecond, anchor, due, now));
  }
}
