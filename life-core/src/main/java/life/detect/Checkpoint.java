package life.detect;

/**
 * The one way through the state of a fold, for both directions: whoever is kept passes all its
 * numbers through in a fixed order, and takes what comes back. When writing, that is what was
 * given; when reading, what was written.
 */
public interface Checkpoint {
  /** Whether what comes back was written earlier. */
  boolean isReading();

  /** A whole number. */
  long whole(long value);

  /** A number, to its last bit. */
  double number(double value);

  /** A text. */
  String text(String value);

  /** Bytes; those that come back may be more or fewer. */
  byte[] bytes(byte[] value);

  /** Yes or no. */
  default boolean flag(boolean value) {
    return whole(value ? 1 : 0) != 0;
  }

  /** A whole number that fits into an {@code int}. */
  default int count(int value) {
    return Math.toIntExact(whole(value));
  }

  /** The number of things that follow, of at least a byte each. */
  default int size(int value) {
    return isReading() ? length() : count(value);
  }

  /** Whole numbers; those that come back may be more or fewer. */
  default long[] wholes(long[] values) {
    long[] kept = isReading() ? new long[length()] : values;
    if (!isReading()) {
      whole(values.length);
    }
    for (int i = 0; i < kept.length; i++) {
      kept[i] = whole(kept[i]);
    }
    return kept;
  }

  /** Numbers; those that come back may be more or fewer. */
  default double[] numbers(double[] values) {
    double[] kept = isReading() ? new double[length()] : values;
    if (!isReading()) {
      whole(values.length);
    }
    for (int i = 0; i < kept.length; i++) {
      kept[i] = number(kept[i]);
    }
    return kept;
  }

  /**
   * When reading: the length that stands here, of things of at least a byte each.
   *
   * @throws IllegalArgumentException if there can't be so many
   */
  int length();
}
