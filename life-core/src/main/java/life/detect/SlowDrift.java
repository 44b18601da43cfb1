package life.detect;

/**
 * Whether the level of a series drifts away, too slowly to be seen from point to point: a two-sided
 * cumulative sum (Page 1954) of the means of blocks of points, beside the level and deviation of
 * the blocks that it began with. A block should span a whole rhythm of the series, such as a day,
 * so that the rhythm cancels out and blocks hardly depend on each other.
 *
 * <p>After an alarm it begins anew at the level that the series has then.
 */
public final class SlowDrift {
  /** So many blocks are only learned. */
  public static final int WARM_UP = 10;

  /** In deviations: what a block may be off without counting; half the drift that is looked for. */
  private static final double SLACK = 0.5;

  /** In deviations: where a sum gives alarm. */
  private static final double LIMIT = 7;

  /** So strange a block counts as this; what is sudden is not slow. */
  private static final double MOST = 3;

  /** Later blocks move the level by less than this share of their distance. */
  private static final double LEAST_RATE = 0.01;

  private final int block;
  private int points;
  private double sum;
  private long blocks;
  private double level;
  private double squares;
  private double up;
  private double down;

  /** What a point says about the drift. */
  public enum Drift {
    NONE,
    UP,
    DOWN
  }

  /**
   * A series of which nothing is known yet.
   *
   * @param block how many points are taken together; at least 1
   */
  public SlowDrift(int block) {
    if (block < 1) {
      throw new IllegalArgumentException("a block must be 1 point or more, but was " + block);
    }
    this.block = block;
  }

  /**
   * Takes the next point.
   *
   * @return whether it ends a block with which the series has drifted away
   * @throws IllegalArgumentException if the value is infinite or no number
   */
  public Drift next(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a point must be a finite number, but was " + value);
    }
    sum += value;
    points++;
    if (points < block) {
      return Drift.NONE;
    }
    double mean = sum / points;
    sum = 0;
    points = 0;
    var drift = blocks < WARM_UP ? Drift.NONE : judge(mean);
    if (drift == Drift.NONE) {
      learn(mean);
    } else {
      begin(mean);
    }
    return drift;
  }

  private Drift judge(double mean) {
    double away = mean - level;
    double deviation = deviation();
    double size = deviation > 0 ? away / deviation : Math.signum(away) * MOST;
    double step = Math.clamp(size, -MOST, MOST);
    up = Math.max(0, up + step - SLACK);
    down = Math.max(0, down - step - SLACK);
    return up > LIMIT ? Drift.UP : down > LIMIT ? Drift.DOWN : Drift.NONE;
  }

  /** A little more than the blocks' own, as long as they are few. */
  private double deviation() {
    double known = Math.min((double) blocks, 1 / LEAST_RATE);
    return Math.sqrt(squares) * (1 + 2 / known);
  }

  private void learn(double mean) {
    blocks++;
    double rate = Math.max(1.0 / blocks, LEAST_RATE);
    double away = mean - level;
    level += rate * away;
    if (blocks > 1) {
      squares += Math.max(1.0 / (blocks - 1), LEAST_RATE) * (away * away * (1 - rate) - squares);
    }
  }

  private void begin(double mean) {
    blocks = 1;
    level = mean;
    squares = 0;
    up = 0;
    down = 0;
  }

  /** Whether nothing points to a drift. */
  public boolean isSteady() {
    return up == 0 && down == 0;
  }

  /** Writes its whole state down, or becomes what was written. */
  public void keep(Checkpoint checkpoint) {
    points = checkpoint.count(points);
    sum = checkpoint.number(sum);
    blocks = checkpoint.whole(blocks);
    level = checkpoint.number(level);
    squares = checkpoint.number(squares);
    up = checkpoint.number(up);
    down = checkpoint.number(down);
  }
}
