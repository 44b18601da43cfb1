package life.mind;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import life.body.Bounds;
import life.body.Canon;
import org.jspecify.annotations.Nullable;

/** What a being keeps for long: at most {@link #CAPACITY} traces, the oldest first. */
public final class LongTerm {
  /** Most traces; sleep makes room for new ones. */
  public static final int CAPACITY = 200;

  /** Nothing is kept yet. */
  public static final LongTerm EMPTY = new LongTerm(List.of());

  private final List<Trace> traces;

  /** Holds these traces, which have distinct ids in ascending order. */
  public LongTerm(List<Trace> traces) {
    Bounds.within("number of traces", traces.size(), 0, CAPACITY);
    for (int i = 1; i < traces.size(); i++) {
      if (traces.get(i - 1).id() >= traces.get(i).id()) {
        throw new IllegalArgumentException("traces must be ordered by id");
      }
    }
    this.traces = List.copyOf(traces);
  }

  /** All traces. */
  public List<Trace> traces() {
    return traces;
  }

  /** The trace of that id, if it is still there. */
  public Optional<Trace> find(long id) {
    return traces.stream().filter(trace -> trace.id() == id).findFirst();
  }

  /** With these traces new or in place of those of their ids, and without those of these ids. */
  public LongTerm changed(Collection<Trace> kept, Collection<Long> dropped) {
    var byId = kept.stream().collect(Collectors.toMap(Trace::id, Function.identity()));
    var next = new ArrayList<Trace>(traces.size() + kept.size());
    for (var trace : traces) {
      if (!dropped.contains(trace.id()) && !byId.containsKey(trace.id())) {
        next.add(trace);
      }
    }
    next.addAll(kept);
    next.sort(Comparator.comparingLong(Trace::id));
    return new LongTerm(next);
  }

  /** With one trace at another level. */
  LongTerm used(long id, BaseLevel level) {
    return new LongTerm(
        traces.stream().map(trace -> trace.id() == id ? trace.at(level) : trace).toList());
  }

  /** Writes the fingerprint of all traces. */
  void writeTo(Canon canon) {
    canon.bytes(new Canon().list(traces, Trace::writeTo).digest());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LongTerm memory && memory.traces.equals(traces);
  }

  @Override
  public int hashCode() {
    return traces.hashCode();
  }

  @Override
  public String toString() {
    return traces.toString();
  }
}
