package life.observe;

import java.util.ArrayList;
import java.util.List;
import life.detect.Checkpoint;
import life.mind.Response;

/**
 * How often a kind of stimulus was met, and how it was taken.
 *
 * @param kind its name, or {@link #OTHERS}
 * @param count how often, 1 or more
 * @param intensity the mean of their intensities
 * @param ignored how many were ignored
 * @param absorbed how many were taken as they were
 * @param dampened how many were softened
 * @param amplified how many were felt more
 */
public record Encounters(
    String kind,
    long count,
    double intensity,
    long ignored,
    long absorbed,
    long dampened,
    long amplified) {
  /** Most kinds that are counted apart in a window. */
  public static final int MOST_KINDS = 64;

  /** All kinds for which there was no room; no kind has such a name. */
  public static final String OTHERS = "*";

  private static final Encounters NONE = new Encounters(OTHERS, 0, 0, 0, 0, 0, 0);

  /** One meeting. */
  static Encounters one(String kind, double intensity, Response response) {
    return new Encounters(
        kind,
        1,
        intensity,
        response == Response.IGNORE ? 1 : 0,
        response == Response.ABSORB ? 1 : 0,
        response == Response.DAMPEN ? 1 : 0,
        response == Response.AMPLIFY ? 1 : 0);
  }

  /** With others, under this kind's name. */
  Encounters plus(Encounters more) {
    long both = count + more.count;
    return new Encounters(
        kind,
        both,
        intensity + (more.intensity - intensity) * ((double) more.count / both),
        ignored + more.ignored,
        absorbed + more.absorbed,
        dampened + more.dampened,
        amplified + more.amplified);
  }

  private Encounters as(String other) {
    return new Encounters(other, count, intensity, ignored, absorbed, dampened, amplified);
  }

  /** Adds to a list that is in the order in which kinds were first met. */
  static void add(List<Encounters> list, Encounters more) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).kind.equals(more.kind)) {
        list.set(i, list.get(i).plus(more));
        return;
      }
    }
    if (list.size() < MOST_KINDS - 1 || more.kind.equals(OTHERS)) {
      list.add(more);
    } else {
      add(list, more.as(OTHERS));
    }
  }

  /** Saves a list, or restores what was saved. */
  static List<Encounters> kept(List<Encounters> list, Checkpoint checkpoint) {
    int size = checkpoint.isReading() ? checkpoint.length() : checkpoint.count(list.size());
    var kept = new ArrayList<Encounters>(size);
    for (int i = 0; i < size; i++) {
      kept.add((checkpoint.isReading() ? NONE : list.get(i)).kept(checkpoint));
    }
    return kept;
  }

  private Encounters kept(Checkpoint checkpoint) {
    return new Encounters(
        checkpoint.text(kind),
        checkpoint.whole(count),
        checkpoint.number(intensity),
        checkpoint.whole(ignored),
        checkpoint.whole(absorbed),
        checkpoint.whole(dampened),
        checkpoint.whole(amplified));
  }

  static List<Encounters> sum(List<Encounters> first, List<Encounters> later) {
    var sum = new ArrayList<>(first);
    later.forEach(more -> add(sum, more));
    return List.copyOf(sum);
  }
}
