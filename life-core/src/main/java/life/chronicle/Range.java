package life.chronicle;

import life.body.Bounds;

/**
 * From the least to the greatest of some values.
 *
 * @param min the least
 * @param max the greatest, at least {@code min}
 */
public record Range(double min, double max) {
  public Range {
    Bounds.within("greatest value", max, min, Double.MAX_VALUE);
  }
}
