package life.bench.nab;

import com.amazon.randomcutforest.RandomCutForest;
import life.detect.Prominence;
import life.detect.Surprise;

/** Scores the points of one series, each when it comes. */
interface Detector {
  /** The anomaly score of the next point; more is stranger, 0 is nothing. */
  double next(double value);

  static Detector surprise() {
    return new Surprise()::next;
  }

  /** Random Cut Forest (Guha et al., ICML 2016) over the last points, with a fixed seed. */
  static Detector forest(int shingle) {
    var forest =
        RandomCutForest.builder()
            .dimensions(shingle)
            .shingleSize(shingle)
            .internalShinglingEnabled(true)
            .numberOfTrees(100)
            .sampleSize(256)
            .randomSeed(1)
            .build();
    var point = new float[1];
    return value -> {
      point[0] = (float) value;
      double score = forest.getAnomalyScore(point);
      forest.update(point);
      return score;
    };
  }

  /**
   * The same detector, of whose scores only the beginnings of episodes stand out, as with {@link
   * Surprise}: so that both differ in what they see, not in how they tell it.
   *
   * @param bits that a score of 1 is taken for
   */
  static Detector prominent(Detector detector, double bits) {
    var prominence = new Prominence();
    return value -> prominence.next(bits * detector.next(value));
  }

  /** Judges a whole series. */
  static double[] judge(Detector detector, Series series) {
    return series.values().stream().mapToDouble(detector::next).toArray();
  }
}
