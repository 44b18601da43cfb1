package life.detect;

/**
 * How far each of a series of surprises stands out: an episode is told once, at its beginning, and
 * measured by the strongest ones before it. The longer a series is watched, the more of those a new
 * one is to outdo: after n points it stands beside the √n/5-th strongest.
 */
public final class Prominence {
  /** After a surprise, a weaker one is its echo; an echo fades by e in 75 points. */
  private static final double FADING = StrictMath.exp(-1.0 / 75);

  /** So much of the echo is taken from one that is stronger. */
  private static final double DAMPING = 0.3;

  /** In bits; so a series without any surprise does not make much of its first. */
  private static final double FLOOR = 5;

  private static final int SETTLING = 30;
  private static final double RANK = 0.2;
  private static final int MOST = 64;

  private final double[] strongest = new double[MOST];
  private long points;
  private double echo;

  /**
   * Judges the next surprise, then remembers it.
   *
   * @param surprise in bits, 0 or more
   * @return how far it stands out: 0 for most, about 1 for one like the strongest so far
   */
  public double next(double surprise) {
    points++;
    echo *= FADING;
    double fresh = 0;
    if (surprise > echo) {
      fresh = surprise - DAMPING * echo;
      echo = surprise;
    }
    double prominence = points <= SETTLING ? 0 : fresh / (FLOOR + usual());
    remember(fresh);
    return prominence;
  }

  private double usual() {
    double rank = Math.clamp(RANK * Math.sqrt((double) points), 1, MOST - 1.0);
    int whole = (int) rank;
    double rest = rank - whole;
    return strongest[whole - 1] * (1 - rest) + strongest[whole] * rest;
  }

  private void remember(double surprise) {
    if (surprise > strongest[MOST - 1]) {
      int place = MOST - 1;
      while (place > 0 && strongest[place - 1] < surprise) {
        strongest[place] = strongest[place - 1];
        place--;
      }
      strongest[place] = surprise;
    }
  }

  void keep(Checkpoint checkpoint) {
    points = checkpoint.whole(points);
    echo = checkpoint.number(echo);
    for (int i = 0; i < MOST; i++) {
      strongest[i] = checkpoint.number(strongest[i]);
    }
  }
}
