package life.observe;

import com.tdunning.math.stats.MergingDigest;
import com.tdunning.math.stats.ScaleFunction;
import java.nio.ByteBuffer;
import java.util.Arrays;
import life.detect.Checkpoint;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of a quantity lay that was looked at in equal intervals: a t-digest (Dunning,
 * "The t-digest", Software Impacts 7 (2021) 100049) that never changes, of at most {@link
 * #MOST_CENTROIDS} centroids.
 *
 * <p>It uses the scale function k₀, whose centroids are of equal weight: its arithmetic needs no
 * logarithm or sine, and the digest sorts stably, so the same values give the same bits on every
 * JVM. A quantile is off by 2 % of all values at most; the least and the greatest are exact.
 */
public final class Sketch {
  /** More centroids than this are never kept. */
  static final int MOST_CENTROIDS = 160;

  /** Of nothing. */
  public static final Sketch EMPTY = new Sketch(new double[0], new double[0], 0, 0);

  private static final double COMPRESSION = 100;

  /** Room in which two sketches are compressed at one go. */
  private static final int BUFFER = 500;

  private static final int SIZE = 440;
  private static final int VERBOSE = 1;
  private static final int HEAD_BYTES = 2 * Integer.BYTES + 3 * Double.BYTES;
  private static final int CENTROID_BYTES = 2 * Double.BYTES;

  private final double[] means;
  private final double[] weights;
  private final double least;
  private final double greatest;

  private Sketch(double[] means, double[] weights, double least, double greatest) {
    this.means = means;
    this.weights = weights;
    this.least = least;
    this.greatest = greatest;
  }

  /** Of values that all lasted as long, in ascending order; at most {@link #MOST_CENTROIDS}. */
  static Sketch of(double[] values) {
    if (values.length == 0) {
      return EMPTY;
    }
    double[] weights = new double[values.length];
    Arrays.fill(weights, 1);
    return centroids(values.clone(), weights, values[0], values[values.length - 1]);
  }

  /** Of centroids in ascending order, of which the first and the last weigh 1. */
  static Sketch centroids(double[] means, double[] weights, double least, double greatest) {
    if (means.length != weights.length || means.length > MOST_CENTROIDS) {
      throw new IllegalArgumentException(
          "a sketch has at most %d centroids, each with its weight, not %d with %d"
              .formatted(MOST_CENTROIDS, means.length, weights.length));
    }
    return means.length == 0 ? EMPTY : new Sketch(means, weights, least, greatest);
  }

  /** Of both. */
  public Sketch plus(Sketch other) {
    if (means.length == 0 || other.means.length == 0) {
      return means.length == 0 ? other : this;
    }
    var both = beside(other);
    return both.means.length <= MOST_CENTROIDS ? both : both.compressed();
  }

  private Sketch beside(Sketch other) {
    double[] bothMeans = new double[means.length + other.means.length];
    double[] bothWeights = new double[bothMeans.length];
    int mine = 0;
    for (int i = 0, its = 0; i < bothMeans.length; i++) {
      boolean isMine =
          its == other.means.length || (mine < means.length && means[mine] <= other.means[its]);
      bothMeans[i] = isMine ? means[mine] : other.means[its];
      bothWeights[i] = isMine ? weights[mine++] : other.weights[its++];
    }
    return new Sketch(
        bothMeans, bothWeights, Math.min(least, other.least), Math.max(greatest, other.greatest));
  }

  private Sketch compressed() {
    var digest = configured(new MergingDigest(COMPRESSION, BUFFER, SIZE));
    for (int i = 0; i < means.length; i++) {
      digest.add(means[i], (int) weights[i]);
    }
    digest.compress();
    double[] fewerMeans = new double[digest.centroidCount()];
    double[] fewerWeights = new double[fewerMeans.length];
    double mean = least;
    int i = 0;
    for (var centroid : digest.centroids()) {
      mean = Math.clamp(centroid.mean(), mean, greatest); // rounded means may be out of order
      fewerMeans[i] = mean;
      fewerWeights[i++] = centroid.count();
    }
    return centroids(fewerMeans, fewerWeights, least, greatest);
  }

  /**
   * The value below which a share of the values lies.
   *
   * @param share in [0, 1]
   * @return 0 if this is empty
   */
  public double quantile(double share) {
    return means.length == 0 ? 0 : digest().quantile(share);
  }

  /** Saves this, or restores what was saved. */
  Sketch kept(Checkpoint checkpoint) {
    return centroids(
        checkpoint.numbers(means),
        checkpoint.numbers(weights),
        checkpoint.number(least),
        checkpoint.number(greatest));
  }

  boolean isEmpty() {
    return means.length == 0;
  }

  /** How many centroids it has. */
  int centroids() {
    return means.length;
  }

  double mean(int centroid) {
    return means[centroid];
  }

  double weight(int centroid) {
    return weights[centroid];
  }

  double least() {
    return least;
  }

  double greatest() {
    return greatest;
  }

  private static MergingDigest configured(MergingDigest digest) {
    digest.setScaleFunction(ScaleFunction.K_0);
    digest.useAlternatingSort = false;
    digest.useTwoLevelCompression = false;
    return digest;
  }

  private MergingDigest digest() {
    var bytes = ByteBuffer.allocate(HEAD_BYTES + means.length * CENTROID_BYTES);
    bytes.putInt(VERBOSE).putDouble(least).putDouble(greatest).putDouble(COMPRESSION);
    bytes.putInt(means.length);
    for (int i = 0; i < means.length; i++) {
      bytes.putDouble(weights[i]).putDouble(means[i]);
    }
    return configured(MergingDigest.fromBytes(bytes.flip()));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sketch sketch
        && Arrays.equals(sketch.means, means)
        && Arrays.equals(sketch.weights, weights)
        && sketch.least == least
        && sketch.greatest == greatest;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(means) * 31 + Arrays.hashCode(weights);
  }

  @Override
  public String toString() {
    return "Sketch of " + means.length + " centroids in " + least + " to " + greatest;
  }
}
