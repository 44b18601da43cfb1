package life.observe;

import life.body.Bounds;
import life.detect.Checkpoint;

/**
 * What a quantity was in a stretch of time. The mean is over time, the extremes are exact.
 *
 * @param least the least that it was
 * @param greatest the greatest that it was
 * @param mean over the time; the last value if no time passed
 * @param ticks how long it was looked at
 * @param sketch of where it lay, looked at every two minutes
 */
public record Spread(double least, double greatest, double mean, long ticks, Sketch sketch) {
  public Spread {
    Bounds.within("greatest", greatest, least, Double.POSITIVE_INFINITY);
    Bounds.within("ticks", ticks, 0, Long.MAX_VALUE);
  }

  /** Of nothing; what is saved is restored into it. */
  static final Spread NONE = new Spread(0, 0, 0, 0, Sketch.EMPTY);

  /** Saves this, or restores what was saved. */
  Spread kept(Checkpoint checkpoint) {
    return new Spread(
        checkpoint.number(least),
        checkpoint.number(greatest),
        checkpoint.number(mean),
        checkpoint.whole(ticks),
        sketch.kept(checkpoint));
  }

  /** Over both stretches. */
  public Spread plus(Spread later) {
    long both = ticks + later.ticks;
    return new Spread(
        Math.min(least, later.least),
        Math.max(greatest, later.greatest),
        later.ticks == 0 ? mean : mean + (later.mean - mean) * ((double) later.ticks / both),
        both,
        sketch.plus(later.sketch));
  }

  /** The value below which a share of the time was spent; the mean of less than two minutes. */
  public double quantile(double share) {
    return sketch.isEmpty() ? mean : Bounds.clamp(sketch.quantile(share), least, greatest);
  }
}
