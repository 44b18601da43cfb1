package life.body;

/** The one way in which values check their ranges, so that every refusal reads alike. */
public final class Bounds {
  private Bounds() {}

  /**
   * Returns {@code value} if it is a number in [{@code low}, {@code high}].
   *
   * @throws IllegalArgumentException otherwise (NaN included), naming what, the value and the range
   */
  public static double within(String what, double value, double low, double high) {
    if (value >= low && value <= high) {
      return value;
    }
    throw new IllegalArgumentException(
        what + " must be a number from " + low + " to " + high + ", but was " + value);
  }

  /** {@link #within(String, double, double, double)} for whole numbers. */
  public static long within(String what, long value, long low, long high) {
    if (value >= low && value <= high) {
      return value;
    }
    throw new IllegalArgumentException(
        what + " must be a whole number from " + low + " to " + high + ", but was " + value);
  }

  /** The number in [{@code low}, {@code high}] that is nearest to {@code value}. */
  public static double clamp(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }
}
