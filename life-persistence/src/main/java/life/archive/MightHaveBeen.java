package life.archive;

import java.util.List;
import java.util.Optional;
import life.being.LifeId;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.chronicle.Branch.Parting;
import life.chronicle.Edits;

/**
 * The answer to a {@link Question}: a life as it was, and as it might have been.
 *
 * @param point from where on
 * @param edits what was different
 * @param until the tick to which both are looked at
 * @param parentIsForeseen whether the parent's record ends before that, so that its end was lived
 *     on in its world as well
 * @param parent the life as it was, there
 * @param branch the life as it might have been, there
 * @param parting where they part, if they do
 * @param bands how it went in other worlds; empty if nobody asked
 * @param fates how each of the other worlds ended
 * @param kept the being that goes on, if it was kept
 */
public record MightHaveBeen(
    Alive point,
    Edits edits,
    long until,
    boolean parentIsForeseen,
    SelfState parent,
    SelfState branch,
    Optional<Parting> parting,
    List<Band> bands,
    List<Fate> fates,
    Optional<LifeId> kept) {
  public MightHaveBeen {
    bands = List.copyOf(bands);
    fates = List.copyOf(fates);
  }

  /**
   * The spread over all worlds at one moment.
   *
   * @param tick the moment; each world is looked at after its first fact from there on
   * @param living how many of the lives still lived
   * @param energy of all, the dead as they died
   */
  public record Band(
      long tick, int living, Spread energy, Spread stability, Spread integrity, Spread drive) {}

  /** Quantiles. */
  public record Spread(
      double low, double q10, double q25, double median, double q75, double q90, double high) {
    /** Of these values, one or more, in ascending order; between two of them by interpolation. */
    static Spread of(double[] ascending) {
      return new Spread(
          quantile(ascending, 0),
          quantile(ascending, 0.1),
          quantile(ascending, 0.25),
          quantile(ascending, 0.5),
          quantile(ascending, 0.75),
          quantile(ascending, 0.9),
          quantile(ascending, 1));
    }

    private static double quantile(double[] ascending, double q) {
      double at = q * (ascending.length - 1);
      int low = (int) at;
      int high = Math.min(ascending.length - 1, low + 1);
      return ascending[low] + (ascending[high] - ascending[low]) * (at - low);
    }
  }

  /** How it ended in the world of a seed. */
  public record Fate(long seed, SelfState end) {}
}
