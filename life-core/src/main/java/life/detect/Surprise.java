package life.detect;

import org.jspecify.annotations.Nullable;

/**
 * How surprising each point of one numeric series is, in the light of those before it. It looks at
 * the series in ten ways: at its means over the last 1, 3, 9, 27 and 81 points, and at how each
 * changed; learns for each how often what follows on what (see {@link Aspect}); and adds up, in
 * bits, how improbable all is that a point brings about. A point is judged before it is learned,
 * and the same points lead to the same scores on every machine. Its state are counts and means:
 * bounded, and small while it is young.
 */
public final class Surprise {
  private static final double PER_BIT = StrictMath.log(2);
  private static final int NONE = -1;

  private final Means means = new Means();
  private final Aspect[] aspects = new Aspect[2 * Means.SPANS];
  private final Prominence prominence = new Prominence();
  private int least = NONE;
  private double leastProbability = 1;

  /** What of a series something improbable was seen in. */
  public enum Of {
    /** Its mean over a span. */
    LEVEL,
    /** The difference between its mean over a span and that over the span before. */
    CHANGE
  }

  /**
   * What was least probable about a point.
   *
   * @param of what it was seen in
   * @param span in points
   * @param isHigh whether it is so high, or else so low
   * @param value of the level or the change
   * @param before the mean of the span before: what it came after
   * @param probability of something so far out, high or low, after that; in (0, 1]
   * @param moments how often such a mean was met before
   * @param seen how many of those led to something so far out on that side
   */
  public record Context(
      Of of,
      int span,
      boolean isHigh,
      double value,
      double before,
      double probability,
      long moments,
      long seen) {}

  /** Of a series of which nothing is known yet. */
  public Surprise() {
    for (int i = 0; i < aspects.length; i++) {
      aspects[i] = new Aspect();
    }
  }

  /**
   * Judges the next point of the series, then learns it.
   *
   * @return how far it stands out: 0 for most points, about 1 if it is as surprising as the few
   *     most surprising moments of this series so far, without a bound above; 0 for the first 30
   *     points. Of an episode, only the beginning stands out, and what surpasses it
   * @throws IllegalArgumentException if the value is infinite or no number
   */
  public double next(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a point must be a finite number, but was " + value);
    }
    means.add(value);
    least = NONE;
    leastProbability = 1;
    double together = 1;
    for (int i = 0; i < Means.SPANS && means.isKnown(i); i++) {
      var level = aspects[2 * i];
      var change = aspects[2 * i + 1];
      int context = level.symbol(means.before(i));
      together *= noted(2 * i, level.take(means.last(i), context));
      together *= noted(2 * i + 1, change.take(means.last(i) - means.before(i), context));
    }
    return prominence.next(-StrictMath.log(together) / PER_BIT);
  }

  private double noted(int aspect, double probability) {
    if (least == NONE || probability < leastProbability) {
      least = aspect;
      leastProbability = probability;
    }
    return probability;
  }

  /** What was least probable about the last point; null if nothing can be said of it yet. */
  public @Nullable Context last() {
    if (least == NONE) {
      return null;
    }
    int span = least / 2;
    var of = least % 2 == 0 ? Of.LEVEL : Of.CHANGE;
    var aspect = aspects[least];
    double before = means.before(span);
    return new Context(
        of,
        Means.span(span),
        aspect.isHigh(),
        of == Of.LEVEL ? means.last(span) : means.last(span) - before,
        before,
        leastProbability,
        aspect.moments(),
        aspect.seen());
  }

  /** Writes its whole state down, or becomes what was written. */
  public void keep(Checkpoint checkpoint) {
    means.keep(checkpoint);
    for (var aspect : aspects) {
      aspect.keep(checkpoint);
    }
    prominence.keep(checkpoint);
    least = Math.clamp(checkpoint.count(least), NONE, aspects.length - 1);
    leastProbability = checkpoint.number(leastProbability);
  }
}
