package life.being;

import life.body.Bounds;

/** When a stimulus is to be met. */
public sealed interface When {
  /** As soon as it arrives, between two ticks. */
  record Now() implements When {}

  /**
   * At a tick of the life.
   *
   * @param tick 0 or more
   */
  record AtTick(long tick) implements When {
    public AtTick {
      Bounds.within("atTick", tick, 0, Long.MAX_VALUE);
    }
  }

  /**
   * Some ticks after it arrives.
   *
   * @param ticks 0 or more
   */
  record InTicks(long ticks) implements When {
    public InTicks {
      Bounds.within("inTicks", ticks, 0, Agenda.HORIZON_TICKS);
    }
  }

  /** The tick that is meant, for a life that stands at tick {@code now}. */
  default long from(long now) {
    return switch (this) {
      case Now() -> now;
      case AtTick(long tick) -> tick;
      case InTicks(long ticks) -> Math.addExact(now, ticks);
    };
  }
}
