package life.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import life.being.LifeId;
import life.journal.Biography.Reading;
import life.journal.Biography.Told;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Source;

/**
 * Tells the facts of all lives in the order in which they became durable. Each has a position, from
 * 1 on without gaps, that never changes; a life that came as a whole stands where it was let in. It
 * keeps no state for a reader, so one costs as little as any number of lives.
 */
public final class Chronology {

  /** Facts that are read at once, and so the most that a reader holds. */
  private static final int PAGE = 64;

  /** What a reader comes to. */
  public sealed interface Entry {
    /** How far the reader is with it. */
    long position();

    /** A fact that was wanted. */
    record Happened(long position, LifeId life, Told told) implements Entry {}

    /**
     * Facts that were not wanted.
     *
     * @param position of the last of them
     * @param count how many, 1 or more
     */
    record PassedOver(long position, long count) implements Entry {}
  }

  private final FactStore store;
  private final Biography biography;

  /** Tells what stands in that store, whose lives that biography knows. */
  public Chronology(FactStore store, Biography biography) {
    this.store = store;
    this.biography = biography;
  }

  /** The position of the last durable fact; 0 if there is none. */
  public long lastPosition() {
    return store.lastPosition();
  }

  /**
   * What comes after a position: what is there, and then each as it becomes durable. The stream
   * reads a page at a time and only when asked. It never completes, and fails with a {@link
   * JournalFailure}.
   *
   * @param lives whose facts are wanted; all if it is empty
   * @param types of the facts that are wanted
   * @param blocking where the journal is read
   */
  public Source<Entry, NotUsed> follow(
      long after, Set<LifeId> lives, Set<String> types, Executor blocking) {
    var names = lives.stream().map(LifeId::slug).collect(Collectors.toSet());
    var pages = Pages.of(after, from -> Optional.of(page(from, names, types))).live(store::onAll);
    return Source.fromGraph(new Following<>(pages, blocking));
  }

  private Pages.Page<Entry> page(long after, Set<String> names, Set<String> types) {
    var read = new ArrayList<OrderedFact>(PAGE);
    long next = read(after, names, read);
    var entries = new ArrayList<Entry>();
    var readings = new HashMap<LifeId, Reading>();
    long told = after;
    for (var one : read) {
      var fact = biography.read(one.fact());
      var id = new LifeId(one.fact().life());
      boolean isWanted = types.contains(fact.type());
      if (isWanted) {
        readings.computeIfAbsent(id, _ -> biography.readingAt(id, one.fact().seq() - 1));
      }
      var reading = readings.get(id);
      if (reading != null) {
        var now = reading.next(one.fact(), fact);
        if (isWanted) {
          passOver(entries, told, one.position() - 1);
          entries.add(new Entry.Happened(one.position(), id, now));
          told = one.position();
        }
      }
    }
    passOver(entries, told, next);
    readings.forEach((id, reading) -> biography.bookmark(id, reading.state()));
    return new Pages.Page<>(entries, next);
  }

  /** What can be read before damage is told first. */
  private long read(long after, Set<String> names, List<OrderedFact> read) {
    try {
      return store.replayAll(
          after, PAGE, name -> names.isEmpty() || names.contains(name), read::add);
    } catch (JournalDamaged e) {
      if (read.isEmpty()) {
        throw e;
      }
      return read.getLast().position();
    }
  }

  private static void passOver(List<Entry> entries, long from, long to) {
    if (to > from) {
      entries.add(new Entry.PassedOver(to, to - from));
    }
  }
}
