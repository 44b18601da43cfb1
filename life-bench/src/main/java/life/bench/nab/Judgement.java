package life.bench.nab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * What a detector said of one series, scored by the rules of the Numenta Anomaly Benchmark (Lavin
 * and Ahmad, "Evaluating real-time anomaly detection algorithms", ICMLA 2015): a point is detected
 * if its score reaches the threshold. Of a window, the earliest detection counts, the more the
 * earlier it is; a detection outside costs the more the further it is from the window before.
 *
 * @param series that was judged
 * @param scores one for each of its points
 */
record Judgement(Series series, List<Double> scores) {
  private static final int NO_WINDOW = -1;
  private static final double STEEPNESS = 5;
  private static final double FAR = 3;

  /** As much as a detection at the left end of a window is worth before scaling. */
  private static final double EARLIEST = sigmoid(-1);

  /**
   * A point that could be detected.
   *
   * @param score of the detector
   * @param window that it lies in, or {@link #NO_WINDOW}
   * @param worth in (0, 1] within a window, in [-1, 0] outside
   */
  record Point(double score, int window, double worth) {}

  Judgement {
    if (scores.size() != series.values().size()) {
      throw new IllegalArgumentException(
          scores.size() + " scores for " + series.values().size() + " points");
    }
  }

  /** The points after probation. */
  List<Point> points() {
    var points = new ArrayList<Point>();
    var windows = series.windows();
    int next = 0;
    for (int i = 0; i < scores.size(); i++) {
      while (next < windows.size() && windows.get(next).last() < i) {
        next++;
      }
      boolean inside = next < windows.size() && windows.get(next).first() <= i;
      if (i >= series.probation()) {
        points.add(
            inside
                ? new Point(scores.get(i), next, within(windows.get(next), i))
                : new Point(scores.get(i), NO_WINDOW, outside(next, i)));
      }
    }
    return points;
  }

  private static double within(Series.Window window, int point) {
    return sigmoid(-(window.last() - point + 1.0) / window.width()) / EARLIEST;
  }

  private double outside(int next, int point) {
    if (next == 0) {
      return -1;
    }
    var before = series.windows().get(next - 1);
    return sigmoid((point - before.last()) / (before.width() - 1.0));
  }

  /** From 1 far before a window's right end, over 0 there, to −1 far behind it. */
  static double sigmoid(double position) {
    return position > FAR ? -1 : 2 / (1 + Math.exp(STEEPNESS * position)) - 1;
  }

  /** What the detections at this threshold sum up to. */
  double at(double threshold, Profile profile) {
    var sum = new Sum(profile, series.windows().size());
    points().stream().filter(point -> point.score() >= threshold).forEach(p -> sum.add(0, p));
    return sum.total;
  }

  /** The threshold that serves all these series best; infinite if none is better than silence. */
  static double bestThreshold(List<Judgement> judgements, Profile profile) {
    record Place(int series, Point point) {}
    var places = new ArrayList<Place>();
    for (int i = 0; i < judgements.size(); i++) {
      for (var point : judgements.get(i).points()) {
        places.add(new Place(i, point));
      }
    }
    places.sort(Comparator.comparingDouble((Place place) -> place.point().score()).reversed());
    var sum = new Sum(profile, windows(judgements));
    double best = sum.total;
    double threshold = Double.POSITIVE_INFINITY;
    for (int i = 0; i < places.size(); i++) {
      double score = places.get(i).point().score();
      sum.add(places.get(i).series(), places.get(i).point());
      boolean isLast = i + 1 == places.size() || places.get(i + 1).point().score() < score;
      if (isLast && sum.total > best) {
        best = sum.total;
        threshold = score;
      }
    }
    return threshold;
  }

  /** The score of these series at a threshold: 0 for silence, 100 for perfection. */
  static double score(List<Judgement> judgements, Profile profile, double threshold) {
    int windows = windows(judgements);
    double raw = judgements.stream().mapToDouble(each -> each.at(threshold, profile)).sum();
    double silence = -profile.miss() * windows;
    return 100 * (raw - silence) / (profile.hit() * windows - silence);
  }

  private static int windows(List<Judgement> judgements) {
    return judgements.stream().mapToInt(each -> each.series().windows().size()).sum();
  }

  /** Adds detections up, as the threshold sinks. */
  private static final class Sum {
    private record Key(int series, int window) implements Comparable<Key> {
      @Override
      public int compareTo(Key other) {
        return Comparator.comparingInt(Key::series)
            .thenComparingInt(Key::window)
            .compare(this, other);
      }
    }

    private final Profile profile;
    private final TreeMap<Key, Double> windows = new TreeMap<>();
    private double total;

    Sum(Profile profile, int missed) {
      this.profile = profile;
      total = -profile.miss() * missed;
    }

    void add(int series, Point point) {
      if (point.window() == NO_WINDOW) {
        total += profile.falseAlarm() * point.worth();
        return;
      }
      var key = new Key(series, point.window());
      double worth = profile.hit() * point.worth();
      double before = windows.getOrDefault(key, -profile.miss());
      if (worth > before) {
        windows.put(key, worth);
        total += worth - before;
      }
    }
  }
}
