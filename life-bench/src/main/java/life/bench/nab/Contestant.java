package life.bench.nab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * A detector that takes part.
 *
 * @param name for the table
 * @param fresh a new one, for each series
 */
record Contestant(String name, Supplier<Detector> fresh) {
  private static final int COPIES = 20;
  private static final double NANOS_PER_SECOND = 1e9;

  List<Judgement> judge(List<Series> all) {
    return all.stream()
        .map(series -> {
          var scores = Detector.judge(fresh.get(), series);
          return new Judgement(series, Arrays.stream(scores).boxed().toList());
        })
        .toList();
  }

  /** Points judged in a second, over these series. */
  double pointsPerSecond(List<Series> all) {
    long points = all.stream().mapToLong(series -> series.values().size()).sum();
    long begin = System.nanoTime();
    for (var series : all) {
      Detector.judge(fresh.get(), series);
    }
    return points * NANOS_PER_SECOND / (System.nanoTime() - begin);
  }

  /** Bytes of memory that one takes after a series: the mean of some that live at once. */
  double bytes(Series series) {
    long before = used();
    var kept = new ArrayList<Detector>();
    for (int i = 0; i < COPIES; i++) {
      var detector = fresh.get();
      Detector.judge(detector, series);
      kept.add(detector);
    }
    double bytes = (used() - before) / (double) kept.size();
    kept.clear();
    return bytes;
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
