package life.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * How improbable each event of a sequence is after the one before it: prediction by partial
 * matching with contexts of length one and none (Cleary and Witten, "Data compression using
 * adaptive coding and partial string matching", IEEE Trans. Commun. 32 (1984) 396; escape method C
 * of Moffat 1990). Its only state are counts.
 */
public final class Succession {
  /** Distinct events that are told apart; all others count as one more. */
  public static final int MOST_EVENTS = 48;

  private static final double PER_BIT = StrictMath.log(2);
  private static final String OTHERS = "another";
  private static final int MOST_COUNT = Character.MAX_VALUE;

  private final List<String> names = new ArrayList<>();
  private final List<char[]> after = new ArrayList<>();
  private final char[] all = new char[MOST_EVENTS + 1];
  private int last = -1;

  /**
   * An event as it came.
   *
   * @param name of the event
   * @param bits how improbable it was: its information content, 0 or more
   * @param seen how often it came after the one before it, until then
   * @param of how often the one before it came, until then
   */
  public record Step(String name, double bits, long seen, long of) {}

  /** Judges the next event, then learns it. */
  public Step next(String name) {
    int event = number(name);
    double probability = order0(event);
    long seen = 0;
    long of = 0;
    if (last >= 0) {
      char[] known = after.get(last);
      seen = known[event];
      of = total(known);
      int kinds = kinds(known);
      if (of > 0) {
        double escape = (double) kinds / (of + kinds);
        probability = seen > 0 ? (double) seen / (of + kinds) : escape * probability;
      }
      count(known, event);
    }
    count(all, event);
    last = event;
    return new Step(names.get(event), -StrictMath.log(probability) / PER_BIT, seen, of);
  }

  private double order0(int event) {
    long total = total(all);
    int kinds = kinds(all);
    double unseen = 1.0 / (MOST_EVENTS + 1);
    if (total == 0) {
      return unseen;
    }
    double escape = (double) kinds / (total + kinds);
    return all[event] > 0 ? (double) all[event] / (total + kinds) : escape * unseen;
  }

  private int number(String name) {
    int known = names.indexOf(name);
    if (known >= 0) {
      return known;
    }
    var taken = names.size() < MOST_EVENTS ? name : OTHERS;
    if (names.size() <= MOST_EVENTS) {
      names.add(taken);
      after.add(new char[MOST_EVENTS + 1]);
    }
    return names.size() - 1;
  }

  private static long total(char[] counts) {
    long total = 0;
    for (char count : counts) {
      total += count;
    }
    return total;
  }

  private static int kinds(char[] counts) {
    int kinds = 0;
    for (char count : counts) {
      kinds += count > 0 ? 1 : 0;
    }
    return kinds;
  }

  private static void count(char[] counts, int event) {
    if (counts[event] == MOST_COUNT) {
      for (int i = 0; i < counts.length; i++) {
        counts[i] >>= 1;
      }
    }
    counts[event]++;
  }

  /** Writes its whole state down, or becomes what was written. */
  public void keep(Checkpoint checkpoint) {
    int count = checkpoint.size(names.size());
    if (count < 0 || count > MOST_EVENTS + 1) {
      throw new IllegalArgumentException("there can't be " + count + " events");
    }
    for (int i = 0; i < count; i++) {
      if (checkpoint.isReading()) {
        names.add("");
        after.add(new char[MOST_EVENTS + 1]);
      }
      names.set(i, checkpoint.text(names.get(i)));
      keep(after.get(i), count, checkpoint);
    }
    keep(all, count, checkpoint);
    last = checkpoint.count(last);
    if (last < -1 || last >= count) {
      throw new IllegalArgumentException("there is no event " + last);
    }
  }

  private static void keep(char[] counts, int length, Checkpoint checkpoint) {
    for (int i = 0; i < length; i++) {
      counts[i] = (char) Math.clamp(checkpoint.whole(counts[i]), 0, MOST_COUNT);
    }
  }
}
