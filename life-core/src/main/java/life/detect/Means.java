package life.detect;

/**
 * The means of the last 1, 3, 9, 27 and 81 points of a series, and of as many before those. Each is
 * made of three of the shorter ones, so a point costs the same at every span and no error builds
 * up. Kept in single precision: then equal points have equal means, to the last bit.
 */
final class Means {
  /** How many spans there are. */
  static final int SPANS = 5;

  private static final int FACTOR = 3;

  private final float[][] past = new float[SPANS][];
  private long points;

  Means() {
    for (int i = 0; i < SPANS; i++) {
      past[i] = new float[2 * span(i) + 1];
    }
  }

  /** How many points the i-th mean spans. */
  static int span(int i) {
    int span = 1;
    for (int k = 0; k < i; k++) {
      span *= FACTOR;
    }
    return span;
  }

  void add(double value) {
    set(0, points, Math.clamp(value, -Float.MAX_VALUE, Float.MAX_VALUE));
    for (int i = 1; i < SPANS && points + 1 >= span(i); i++) {
      int part = span(i - 1);
      double sum = at(i - 1, points);
      sum += at(i - 1, points - part);
      sum += at(i - 1, points - 2L * part);
      set(i, points, sum / FACTOR);
    }
    points++;
  }

  /** Whether there are as many points before the last span as in it. */
  boolean isKnown(int i) {
    return points >= 2L * span(i);
  }

  double last(int i) {
    return at(i, points - 1);
  }

  /** The mean of as many points before those of the last. */
  double before(int i) {
    return at(i, points - 1 - span(i));
  }

  private double at(int i, long point) {
    return past[i][(int) (point % past[i].length)];
  }

  private void set(int i, long point, double mean) {
    past[i][(int) (point % past[i].length)] = (float) mean;
  }

  void keep(Checkpoint checkpoint) {
    points = checkpoint.whole(points);
    if (points < 0) {
      throw new IllegalArgumentException("there can't be " + points + " points");
    }
    for (var means : past) {
      for (int i = 0; i < means.length; i++) {
        means[i] = (float) checkpoint.number(means[i]);
      }
    }
  }
}
