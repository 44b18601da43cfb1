package life.observe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import life.being.Fact;
import life.being.SelfState.Alive;
import life.detect.Checkpoint;
import life.world.StimulusKind;

/**
 * No kind of stimulus comes far more often than this being knows it: so often within an hour, or
 * within four, that the odds are one in thirty million (the counts of a Poisson process).
 */
final class NoFlood implements Expectation {
  private static final double SECONDS_PER_HOUR = 3_600;
  private static final double DIGITS = 7.5;
  private static final double LOG_10 = StrictMath.log(10);

  /** Meetings of a kind that are looked back on. */
  private static final int MOST_RECENT = 32;

  private static final int LEAST = 4;
  private static final double[] WINDOWS_HOURS = {1, 4};

  /** The world's own weights count as so many hours of experience. */
  private static final double PRIOR_HOURS = 48;

  private final Map<String, Kind> kinds = new TreeMap<>();

  /** What is known of a kind. */
  private static final class Kind {
    private double count;
    private long[] ticks = {};
    private long[] seqs = {};

    void met(long tick, long seq) {
      count++;
      ticks = with(ticks, tick);
      seqs = with(seqs, seq);
    }

    private static long[] with(long[] recent, long last) {
      int dropped = recent.length == MOST_RECENT ? 1 : 0;
      long[] next = Arrays.copyOfRange(recent, dropped, recent.length + 1);
      next[next.length - 1] = last;
      return next;
    }

    void keep(Checkpoint checkpoint) {
      count = checkpoint.number(count);
      ticks = checkpoint.wholes(ticks);
      seqs = checkpoint.wholes(seqs);
    }
  }

  @Override
  public void next(Alive before, Fact fact, Alive after, Signs signs) {
    if (fact instanceof Fact.Settled || fact instanceof Fact.Branched) {
      kinds.clear();
    }
    if (fact instanceof Fact.Met(_, var stimulus, _, _)
        && !stimulus.kind().equals(StimulusKind.SILENCE)) {
      var kind = kinds.computeIfAbsent(stimulus.kind(), _ -> new Kind());
      double known = rate(stimulus.kind(), kind, after);
      kind.met(after.tick(), after.seq());
      for (double window : WINDOWS_HOURS) {
        look(stimulus.kind(), kind, known, window, after, signs);
      }
    }
  }

  /** How often it comes in an hour: as the world says, and as it was. */
  private static double rate(String name, Kind kind, Alive being) {
    double hoursPerTick = being.origin().laws().tickSeconds() / SECONDS_PER_HOUR;
    var world = being.world();
    double all = world.kinds().list().stream().mapToDouble(StimulusKind::weight).sum();
    double share = world.kind(name).map(StimulusKind::weight).orElse(0.0) / Math.max(all, 1e-9);
    double prior = share * world.activity() / hoursPerTick;
    double hours = being.tick() * hoursPerTick;
    return (prior * PRIOR_HOURS + kind.count) / (PRIOR_HOURS + hours);
  }

  private static void look(
      String name, Kind kind, double rate, double window, Alive after, Signs signs) {
    double secondsPerTick = after.origin().laws().tickSeconds();
    int first = kind.ticks.length;
    while (first > 0
        && (after.tick() - kind.ticks[first - 1]) * secondsPerTick <= window * SECONDS_PER_HOUR) {
      first--;
    }
    int times = kind.ticks.length - first;
    double digits = times < LEAST ? 0 : digits(times, rate * window);
    if (digits >= DIGITS) {
      var evidence = new ArrayList<Long>();
      for (int i = first; i < kind.seqs.length; i++) {
        evidence.add(kind.seqs[i]);
      }
      signs.show(
          SignKind.FLOOD,
          new Juncture(kind.seqs[first], kind.ticks[first]),
          List.copyOf(evidence),
          digits,
          () ->
              String.format(
                  Locale.ROOT,
                  "%s came %d times within %s, where %.2g times are usual",
                  name,
                  times,
                  Words.duration(
                      (after.tick() - kind.ticks[kind.ticks.length - times]) * secondsPerTick),
                  rate * window));
    }
  }

  /** Digits of the odds of so many, or more, where so many are expected: a bound after Chernoff. */
  static double digits(int times, double expected) {
    return times <= expected
        ? 0
        : (times * StrictMath.log(times / expected) - times + expected) / LOG_10;
  }

  @Override
  public void keep(Checkpoint checkpoint) {
    int count = checkpoint.count(kinds.size());
    var names = new ArrayList<>(kinds.keySet());
    for (int i = 0; i < count; i++) {
      var name = checkpoint.text(checkpoint.isReading() ? "" : names.get(i));
      kinds.computeIfAbsent(name, _ -> new Kind()).keep(checkpoint);
    }
  }
}
