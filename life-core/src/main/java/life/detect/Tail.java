package life.detect;

import java.util.Arrays;

/**
 * The threshold that a series passes by chance at a stated rate: peaks over threshold with a
 * generalised Pareto tail, as in Siffer et al., "Anomaly detection in streams with extreme value
 * theory" (KDD 2017), fitted by moments (Hosking and Wallis 1987) instead of by search, so that
 * counts and sums are all it keeps. Points need not be independent, but of a common distribution.
 */
public final class Tail {
  /** So many points are only learned: the highest of them say where the tail begins. */
  public static final int WARM_UP = 1_000;

  private static final int HIGHEST = 50;

  /** The shape of the tail is taken to be exponential until more than so many excesses say else. */
  private static final double DOUBT = 100;

  private static final double PRIOR_SHAPE = 0.1;

  /** What an excess counts at most, in distances from the beginning to the threshold. */
  private static final double MOST_LEARNED = 2;

  /** What an excess of the warm-up counts at most, in medians of them. */
  private static final double OUTLYING = 8;

  private static final double LEAST_SHAPE = -1;
  private static final double MOST_SHAPE = 0.35;

  private final double rate;
  private double[] highest = new double[HIGHEST];
  private long points;
  private double beginning;
  private long excesses;
  private double sum;
  private double sumOfSquares;

  /**
   * A tail of which nothing is known yet.
   *
   * @param rate how often a point may pass the threshold by chance; in [1e-7, 0.01]
   */
  public Tail(double rate) {
    if (!(rate >= 1e-7 && rate <= 0.01)) {
      throw new IllegalArgumentException("a rate must be from 1e-7 to 0.01, but was " + rate);
    }
    this.rate = rate;
    Arrays.fill(highest, Double.NEGATIVE_INFINITY);
  }

  /**
   * Judges the next point, then learns it; one that passes is learned as if it had just reached the
   * threshold.
   *
   * @return whether it passes the threshold; never while warming up
   * @throws IllegalArgumentException if the value is infinite or no number
   */
  public boolean passes(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a point must be a finite number, but was " + value);
    }
    points++;
    if (points <= WARM_UP) {
      warmUp(value);
      return false;
    }
    double threshold = threshold();
    if (value > beginning) {
      learn(Math.min(value - beginning, MOST_LEARNED * (threshold - beginning)));
    }
    return value > threshold;
  }

  /** What a point must pass now; infinite while warming up. */
  public double threshold() {
    if (points < WARM_UP) {
      return Double.POSITIVE_INFINITY;
    }
    double often = (double) excesses / points;
    if (often <= rate) {
      return beginning;
    }
    double mean = sum / excesses;
    double shape = shape(mean);
    double scale = mean * (1 - shape);
    double rarer = often / rate;
    return beginning
        + (Math.abs(shape) < 1e-6
            ? scale * StrictMath.log(rarer)
            : scale / shape * (StrictMath.pow(rarer, shape) - 1));
  }

  private double shape(double mean) {
    double variance = sumOfSquares / excesses - mean * mean;
    if (!(variance > 0)) {
      return LEAST_SHAPE;
    }
    double fitted = Math.clamp(0.5 * (1 - mean * mean / variance), LEAST_SHAPE, MOST_SHAPE);
    return (fitted * excesses + PRIOR_SHAPE * DOUBT) / (excesses + DOUBT);
  }

  private void warmUp(double value) {
    if (value > highest[0]) {
      int place = 0;
      while (place + 1 < HIGHEST && highest[place + 1] < value) {
        highest[place] = highest[place + 1];
        place++;
      }
      highest[place] = value;
    }
    if (points == WARM_UP) {
      beginning = highest[0];
      double most = OUTLYING * (highest[HIGHEST / 2] - beginning);
      for (double high : highest) {
        if (high > beginning) {
          learn(most > 0 ? Math.min(high - beginning, most) : high - beginning);
        }
      }
    }
  }

  private void learn(double excess) {
    excesses++;
    sum += excess;
    sumOfSquares += excess * excess;
  }

  /** Writes its whole state down, or becomes what was written. */
  public void keep(Checkpoint checkpoint) {
    highest = checkpoint.numbers(highest);
    points = checkpoint.whole(points);
    beginning = checkpoint.number(beginning);
    excesses = checkpoint.whole(excesses);
    sum = checkpoint.number(sum);
    sumOfSquares = checkpoint.number(sumOfSquares);
    if (highest.length != HIGHEST || points < 0 || excesses < 0 || excesses > points) {
      throw new IllegalArgumentException(
          "no tail: " + points + " points, " + excesses + " excesses, " + highest.length);
    }
  }
}
