package life.observe;

import java.util.Locale;

/** How much of a life is summed up or told at once, in its own physical time. */
public enum Scope {
  /** 3,600 s of its life, counted from 1 at birth. */
  HOUR(3_600),
  /** 86,400 s of its life, counted from 1 at birth. */
  DAY(86_400),
  /** All of it. */
  LIFE(Double.POSITIVE_INFINITY);

  private final double seconds;

  Scope(double seconds) {
    this.seconds = seconds;
  }

  /** How long it is. */
  public double seconds() {
    return seconds;
  }

  /** Lower-case name, as it stands in documents and HTTP. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The number of the stretch in which a tick lies, counted from 1. */
  public long number(long tick, double tickSeconds) {
    if (this == LIFE) {
      return 1;
    }
    long near = (long) (tick * tickSeconds / seconds) + 1;
    if (tick >= begin(near + 1, tickSeconds)) {
      return near + 1;
    }
    return tick < begin(near, tickSeconds) ? near - 1 : near;
  }

  /** The first tick of the stretch of that number. */
  public long begin(long number, double tickSeconds) {
    return this == LIFE || number == 1
        ? 0
        : (long) StrictMath.ceil((number - 1) * seconds / tickSeconds - 1e-9);
  }
}
