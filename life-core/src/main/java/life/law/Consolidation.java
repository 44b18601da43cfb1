package life.law;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import life.being.Constitution.Trigger;
import life.being.Fact;
import life.being.SelfState.Alive;
import life.mind.LongTerm;
import life.mind.Retrieval;
import life.mind.Trace;

/**
 * An hour into each sleep, what mattered since the last one moves from short- to long-term memory
 * (Born and Wilhelm, "System consolidation of memory during sleep", Psychological Research 76
 * (2012) 192). What is too faint is forgotten. Where room is short, the faintest trace goes into a
 * group with one that is like it, or is forgotten.
 */
final class Consolidation implements Turn {
  private static final double INTO_SLEEP_SECONDS = 3_600;

  @Override
  public long due(Alive being) {
    return isOutstanding(being) ? Turn.ahead(being, at(being)) : NEVER;
  }

  @Override
  public Optional<Fact.Derived> turn(Alive being, Trigger trigger) {
    return isOutstanding(being) && being.tick() >= at(being)
        ? Optional.of(consolidated(being, List.of(trigger.seq())))
        : Optional.empty();
  }

  private static boolean isOutstanding(Alive being) {
    return being.sleep().asleep() && being.mind().memory().consolidated() < being.sleep().since();
  }

  private static long at(Alive being) {
    return being.sleep().since() + being.origin().laws().ticks(INTO_SLEEP_SECONDS);
  }

  private static Fact.Consolidated consolidated(Alive being, List<Long> causes) {
    var memory = being.mind().memory();
    double now = being.condition().felt();
    var before = memory.longTerm().traces();
    var night = new Night(now);
    before.forEach(night::put);
    memory.worthKeeping().stream().map(Trace::of).forEach(night::put);
    night.forgetTheFaint();
    night.makeRoom();
    var known = new TreeMap<Long, Trace>();
    before.forEach(trace -> known.put(trace.id(), trace));
    var kept =
        night.traces.values().stream()
            .map(Night.Present::trace)
            .filter(trace -> !trace.equals(known.get(trace.id())))
            .toList();
    var dropped =
        before.stream().map(Trace::id).filter(id -> !night.traces.containsKey(id)).toList();
    return new Fact.Consolidated(causes, kept, dropped);
  }

  /** The traces while they are sorted out, with how present each of them is. */
  private static final class Night {
    private static final Comparator<Present> FAINT_FIRST =
        Comparator.comparingDouble(Present::activation).thenComparingLong(p -> p.trace().id());

    private final double now;
    private final Map<Long, Present> traces = new TreeMap<>();

    private record Present(Trace trace, double activation) {}

    Night(double now) {
      this.now = now;
    }

    void put(Trace trace) {
      traces.put(trace.id(), new Present(trace, trace.level().activation(now)));
    }

    void forgetTheFaint() {
      traces.values().removeIf(present -> present.activation() < Retrieval.FORGOTTEN);
    }

    void makeRoom() {
      while (traces.size() > LongTerm.CAPACITY) {
        var faintest = traces.values().stream().min(FAINT_FIRST).orElseThrow().trace();
        traces.remove(faintest.id());
        traces.values().stream()
            .filter(present -> faintest.isLike(present.trace()))
            .min(FAINT_FIRST)
            .map(Present::trace)
            .ifPresent(like -> {
              traces.remove(like.id());
              put(like.groupedWith(faintest));
            });
      }
    }
  }
}
