package life.bench.trouble;

/**
 * What is wrong in a life, and when.
 *
 * @param trouble what is wrong
 * @param begin the tick from which the life differs from what it would have been
 * @param end the tick at which the trouble is over, or, if it stays, at which it must have shown
 * @param healed the tick at which it is over; {@link Long#MAX_VALUE} if it stays
 * @param seq the number of the first fact that is not as it would have been
 * @param words what exactly is wrong
 */
public record Label(Trouble trouble, long begin, long end, long healed, long seq, String words) {
  /** How long after its end trouble may still be noticed: a day of the being's life. */
  public static final long GRACE_TICKS = 86_400;

  /** Whether noticing something at that tick is noticing this in time. */
  public boolean isInTime(long tick) {
    return begin <= tick && tick <= end + GRACE_TICKS;
  }

  /** Whether at that tick this can still be noticed, though not in time. */
  public boolean isLate(long tick) {
    return tick > end + GRACE_TICKS && tick - GRACE_TICKS <= healed;
  }
}
