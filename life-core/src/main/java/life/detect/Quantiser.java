package life.detect;

/**
 * Turns the numbers of a series into few symbols, by where they lie beside its slowly learned
 * centre, in units of its usual deviation: finely near the centre, ever more coarsely far out.
 */
final class Quantiser {
  /** How many symbols there are; the one in the middle stands for the centre. */
  static final int SYMBOLS = 41;

  static final int CENTRE = SYMBOLS / 2;

  /** Symbols for each factor of e by which a number is further out. */
  private static final int RESOLUTION = 2;

  /** Where the centre was learned from so many points, older ones are slowly forgotten. */
  private static final double MEMORY = 5_000;

  /** So many points are learned whole; of later ones, what lies further out counts as this far. */
  private static final int SETTLING = 20;

  private static final double LIMIT = 3;

  /** In deviations: how far out another number than the only one ever seen is. */
  private static final double UNHEARD_OF = 10;

  /** From here on, in deviations, symbol {@code CENTRE + 1 + i} begins. */
  private static final double[] EDGES = edges();

  private long points;
  private double centre;
  private double deviation;

  private static double[] edges() {
    var edges = new double[CENTRE];
    for (int i = 0; i < CENTRE; i++) {
      edges[i] = StrictMath.sinh((i + 0.5) / RESOLUTION);
    }
    return edges;
  }

  int symbol(double value) {
    if (points == 0) {
      return CENTRE;
    }
    double away = value - centre;
    double size = deviation > 0 ? Math.abs(away) / deviation : away == 0 ? 0 : UNHEARD_OF;
    int steps = 0;
    for (int half = Integer.highestOneBit(CENTRE); half > 0; half >>= 1) {
      if (steps + half <= CENTRE && size >= EDGES[steps + half - 1]) {
        steps += half;
      }
    }
    return away < 0 ? CENTRE - steps : CENTRE + steps;
  }

  void learn(double value) {
    points++;
    if (points == 1) {
      centre = value;
      return;
    }
    double away = value - centre;
    if (points == 2) {
      deviation = Math.abs(away);
    } else if (points > SETTLING && deviation > 0) {
      away = Math.clamp(away, -LIMIT * deviation, LIMIT * deviation);
    }
    double rate = 1 / Math.min((double) points, MEMORY);
    centre += rate * away;
    deviation += rate * (Math.abs(away) - deviation);
  }

  void keep(Checkpoint checkpoint) {
    points = checkpoint.whole(points);
    centre = checkpoint.number(centre);
    deviation = checkpoint.number(deviation);
  }
}
