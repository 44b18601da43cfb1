package life.bench.nab;

import java.util.List;

/**
 * A series with its anomaly windows.
 *
 * @param name of its file, with its group: {@code realTweets/Twitter_volume_AAPL.csv}
 * @param values point by point
 * @param windows in order, apart from each other
 */
record Series(String name, List<Double> values, List<Window> windows) {
  private static final double PROBATION = 0.15;
  private static final int LONGEST_COUNTED = 5_000;

  /** The first and last point of an anomaly window. */
  record Window(int first, int last) {
    int width() {
      return last - first + 1;
    }
  }

  /** How many points at the beginning are not scored. */
  int probation() {
    return (int) (PROBATION * Math.min(values.size(), LONGEST_COUNTED));
  }

  /** The folder that it came in. */
  String group() {
    return name.substring(0, Math.max(0, name.indexOf('/')));
  }
}
