package life.cli;

/**
 * A vertical scale from 0 up to a round number.
 *
 * @param full the value at its upper end, above 0
 * @param top where that is
 * @param height from there down to 0
 */
record Scale(double full, double top, double height) {
  private static final double[] ROUND = {1, 1.5, 2, 3, 3.5, 4, 5, 8, 10};

  double y(double value) {
    return top + height * (1 - Math.clamp(value / full, 0.0, 1.0));
  }

  double bottom() {
    return top + height;
  }

  /** The least round number that holds all values up to {@code most}. */
  static double full(double most) {
    double ten = 1;
    while (true) {
      for (double round : ROUND) {
        if (round * ten >= most) {
          return round * ten;
        }
      }
      ten *= 10;
    }
  }
}
