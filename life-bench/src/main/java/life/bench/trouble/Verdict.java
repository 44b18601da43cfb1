package life.bench.trouble;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.being.SelfState.Unborn;
import life.observe.Observation;
import life.observe.Sign;

/**
 * What a watcher made of one life.
 *
 * <ul>
 *   <li>Trouble is <i>found</i> if an episode was noticed from its begin to a day of the being's
 *       life after its end ({@link Label#isInTime}). Trouble that stays for ever ends, for this
 *       purpose, when it must have shown.
 *   <li>The first such episode is true; <i>further</i> ones are neither true nor false.
 *   <li>An episode that was noticed when trouble that stays had stood for longer than that is
 *       <i>late</i>: neither true nor false.
 *   <li>Any other one is <i>false</i>: noticed before the trouble or too long after it, or in a
 *       clean life.
 * </ul>
 *
 * @param days how long the life was, in the being's days
 * @param label what was wrong, if anything was
 * @param episodes the last version of each
 */
record Verdict(long seed, double days, Optional<Label> label, List<Observation> episodes) {
  Verdict {
    episodes = List.copyOf(episodes);
  }

  /** Lets a watcher watch a life. */
  static Verdict of(LabelledLife life, Watcher watcher) {
    var episodes = new TreeMap<Integer, Observation>();
    var end =
        life.live((before, fact, after) ->
            watcher.next(before, fact, after).forEach(seen -> episodes.put(seen.number(), seen)));
    long ticks =
        switch (end) {
          case Alive alive -> alive.tick();
          case Dead dead -> dead.last().tick();
          case Unborn _ -> 0;
        };
    return new Verdict(
        life.seed(), (double) ticks / Ticks.DAY, life.label(), List.copyOf(episodes.values()));
  }

  /** Those that were noticed in time, the first first. */
  List<Observation> inTime() {
    return episodes.stream()
        .filter(episode -> label.isPresent() && label.get().isInTime(tick(episode)))
        .sorted(Comparator.comparingLong(Verdict::tick).thenComparingInt(Observation::number))
        .toList();
  }

  /** Those that were noticed while nothing was wrong. */
  List<Observation> falses() {
    return episodes.stream()
        .filter(episode ->
            label.isEmpty()
                || !(label.get().isInTime(tick(episode)) || label.get().isLate(tick(episode))))
        .toList();
  }

  private static long tick(Observation episode) {
    return episode.noticed().tick();
  }

  boolean isFound() {
    return !inTime().isEmpty();
  }

  int late() {
    return episodes.size() - inTime().size() - falses().size();
  }

  /** How many ticks after its begin the trouble was noticed, if it was found. */
  Optional<Long> delay() {
    return label.flatMap(
        what -> inTime().stream().findFirst().map(seen -> tick(seen) - what.begin()));
  }

  /** Whether an episode in time has a sign that says what is wrong. */
  boolean isRightlyNamed() {
    return label.isPresent()
        && inTime().stream()
            .flatMap(episode -> episode.signs().stream())
            .map(Sign::kind)
            .anyMatch(label.get().trouble().signs()::contains);
  }
}
