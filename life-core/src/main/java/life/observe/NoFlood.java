package life.observe;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import life.being.Fact;
import life.being.SelfState.Alive;
import life.detect.Checkpoint;
import life.world.StimulusKind;

/**
 * No kind of stimulus comes far more often than this being knows it: within an hour, two, or four,
 * so often that the odds are less than one in 300,000.
 */
final class NoFlood implements Expectation {
  private static final double SECONDS_PER_HOUR = 3_600;
  private static final double DIGITS = 5.5;
  private static final int LEAST = 4;
  private static final double LONGEST_HOURS = 4;
  private static final double[] WINDOWS_HOURS = {1, 2, LONGEST_HOURS};

  /** The world's own weights count as so many hours of experience. */
  private static final double PRIOR_HOURS = 48;

  /** A kind that the world does not bring itself is judged after so many hours. */
  private static final double STRANGE_HOURS = 24;

  private final Map<String, Occurrences> kinds = new TreeMap<>();
  private long since;

  @Override
  public void next(Alive before, Fact fact, Alive after, Signs signs) {
    if (fact instanceof Fact.Settled || fact instanceof Fact.Branched) {
      kinds.clear();
      since = after.tick();
    }
    if (fact instanceof Fact.Met(_, var stimulus, _, _)
        && !stimulus.kind().equals(StimulusKind.SILENCE)) {
      var kind = kinds.computeIfAbsent(stimulus.kind(), _ -> new Occurrences());
      double usual = rate(stimulus.kind(), kind, after);
      kind.add(new Juncture(after.seq(), after.tick()), after.tick() - ticks(LONGEST_HOURS, after));
      for (double window : WINDOWS_HOURS) {
        look(stimulus.kind(), kind, usual * window, window, after, signs);
      }
    }
  }

  private static long ticks(double hours, Alive being) {
    return being.origin().laws().ticks(hours * SECONDS_PER_HOUR);
  }

  /** How often it comes in an hour: as the world says, and as it was. Infinite if not known yet. */
  private double rate(String name, Occurrences kind, Alive being) {
    double hoursPerTick = being.origin().laws().tickSeconds() / SECONDS_PER_HOUR;
    double hours = (being.tick() - since) * hoursPerTick;
    var world = being.world();
    double all = world.kinds().list().stream().mapToDouble(StimulusKind::weight).sum();
    double share = all == 0 ? 0 : world.kind(name).map(StimulusKind::weight).orElse(0.0) / all;
    double prior = share * world.activity() / hoursPerTick;
    if (prior == 0 && hours < STRANGE_HOURS) {
      return Double.POSITIVE_INFINITY;
    }
    return (prior * PRIOR_HOURS + kind.count() + 1) / (PRIOR_HOURS + hours);
  }

  private static void look(
      String name, Occurrences kind, double usual, double hours, Alive after, Signs signs) {
    double tickSeconds = after.origin().laws().tickSeconds();
    long from = after.tick() - ticks(hours, after);
    int times = kind.countSince(from);
    double digits = times < LEAST ? 0 : Occurrences.digits(times, usual);
    if (digits >= DIGITS) {
      var found = kind.since(from);
      var first = found.getFirst();
      signs.show(
          SignKind.FLOOD,
          name,
          first,
          found.stream().map(Juncture::seq).toList(),
          digits,
          () ->
              String.format(
                  Locale.ROOT,
                  "%s came %d times within %s, where %s are usual",
                  name,
                  times,
                  Words.duration((after.tick() - first.tick()) * tickSeconds),
                  usual < 0.1 ? "hardly any" : String.format(Locale.ROOT, "%.1f", usual)));
    }
  }

  @Override
  public void keep(Checkpoint checkpoint) {
    since = checkpoint.whole(since);
    int count = checkpoint.size(kinds.size());
    var names = List.copyOf(kinds.keySet());
    for (int i = 0; i < count; i++) {
      var name = checkpoint.text(checkpoint.isReading() ? "" : names.get(i));
      kinds.computeIfAbsent(name, _ -> new Occurrences()).keep(checkpoint);
    }
  }
}
