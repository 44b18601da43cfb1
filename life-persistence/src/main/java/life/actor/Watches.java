package life.actor;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import life.being.LifeId;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.being.SelfState.Unborn;
import life.journal.Biography;
import life.journal.JournalUnavailable;
import life.notice.Change;
import life.notice.KeptNotices;
import life.notice.Watch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches all lives of a process. A life that is behind waits in line and catches up a slice at a
 * time, so that a long life keeps no other one waiting. A life whose watch fails is left alone;
 * where only the disk failed, it is tried again later.
 *
 * <p>Belongs to one thread at a time; blocks while it reads and writes.
 */
public final class Watches {
  /** Facts that are caught up at once; a fraction of a second. */
  private static final int SLICE = 5_000;

  /** What is not written down in this time when the process rests is caught up by the next one. */
  private static final long LONGEST_REST_NANOS = 1_000_000_000L;

  private static final String FAULT =
      "the monitor failed at it, as the log says, and leaves it alone until Life starts anew";

  private static final Logger LOG = LoggerFactory.getLogger(Watches.class);

  private final Biography biography;
  private final KeptNotices notices;
  private final Map<LifeId, Watch> watching = new HashMap<>();

  /** Who is behind, each with the last fact that is no news if its watch begins anew. */
  private final Map<LifeId, Long> behind = new LinkedHashMap<>();

  private final Queue<LifeId> line = new ArrayDeque<>();
  private final Map<LifeId, Long> later = new LinkedHashMap<>();
  private final Set<LifeId> over = new HashSet<>();
  private boolean isTroubled;

  /**
   * Begins with lives that the journal knows.
   *
   * @param biography from which lives are caught up
   * @param notices where what is noticed is kept
   */
  public Watches(Biography biography, KeptNotices notices, Collection<LifeId> known) {
    this.biography = biography;
    this.notices = notices;
    known.forEach(this::arrived);
  }

  /** A whole life is in the journal; its past is no news. */
  void arrived(LifeId id) {
    queue(id, Long.MAX_VALUE);
  }

  /** Sees what happens, if it is what comes next in that life; else the life has to catch up. */
  Optional<Noticed> see(Happening happening) {
    var id = happening.id();
    var watch = watching.get(id);
    if (behind.containsKey(id) || later.containsKey(id) || isLeftAlone(id)) {
      return Optional.empty();
    }
    long before = happening.before().seq();
    if (watch != null && watch.seq() == before) {
      return attempt(id, before, () -> watch.see(happening.steps()));
    }
    if (watch == null || watch.seq() < happening.after().seq()) {
      queue(id, before);
    }
    return Optional.empty();
  }

  /**
   * What is known of a life now.
   *
   * @param least it has seen this fact
   * @return empty if the life is not watched, or not so far, or is over
   */
  <T> Optional<Seen<T>> known(LifeId id, long least, Function<Watch, Optional<T>> what) {
    var watch = watching.get(id);
    if (watch == null || behind.containsKey(id) || watch.seq() < Math.max(1, least)) {
      return Optional.empty();
    }
    try {
      return what.apply(watch).map(known -> new Seen<>(watch.state(), known));
    } catch (RuntimeException e) { // whoever asked reads it from the journal, and fails alone
      LOG.error("Of {} it can't be said how it is doing: {}", id, e.getMessage(), e);
      return Optional.empty();
    }
  }

  /** Whether some life is behind. */
  boolean areBehind() {
    return !line.isEmpty();
  }

  /** How many lives are behind, or could not be watched just now. */
  int behind() {
    return behind.size() + later.size();
  }

  /** Lets the life that waits longest catch up a little. */
  Optional<Noticed> catchUp() {
    var id = line.poll();
    if (id == null) {
      return Optional.empty();
    }
    long since = behind.getOrDefault(id, 0L);
    var noticed = attempt(id, since, () -> slice(id, since));
    if (behind.containsKey(id)) {
      line.add(id);
    }
    return noticed;
  }

  private List<Change> slice(LifeId id, long since) {
    var watch = watching.get(id);
    if (watch == null) {
      watch = Watch.over(id, biography, notices, Math.min(since, biography.lastSeq(id)));
      watching.put(id, watch);
    }
    long before = watch.seq();
    var changes = watch.catchUp(SLICE);
    if (watch.seq() < before + SLICE) {
      behind.remove(id);
    }
    return changes;
  }

  /** Looks after those of whom something was not seen, and those who could not be watched. */
  void lookAfter() {
    var again = Map.copyOf(later);
    later.clear();
    again.forEach(this::queue);
    try {
      watching.forEach((id, watch) -> {
        if (biography.lastSeq(id) > watch.seq()) {
          queue(id, watch.seq());
        }
      });
    } catch (JournalUnavailable e) {
      LOG.debug("The journal can't say how far its lives are. {}", e.getMessage());
    }
  }

  private void queue(LifeId id, long since) {
    if (!over.contains(id) && !isLeftAlone(id) && behind.putIfAbsent(id, since) == null) {
      line.add(id);
    }
  }

  private boolean isLeftAlone(LifeId id) {
    return notices.whyUnwatched(id).isPresent();
  }

  private Optional<Noticed> attempt(LifeId id, long since, Supplier<List<Change>> work) {
    try {
      var changes = work.get();
      isTroubled = false;
      var watch = watching.get(id);
      var noticed =
          watch == null || changes.isEmpty()
              ? Optional.<Noticed>empty()
              : Optional.of(new Noticed(id, tickSeconds(watch), changes));
      if (watch != null && watch.isOver()) {
        forget(id);
        over.add(id);
      }
      return noticed;
    } catch (JournalUnavailable e) {
      if (!isTroubled) {
        LOG.warn("{} can't be watched now; it is tried again. {}", id, e.getMessage());
      }
      isTroubled = true;
      forget(id);
      later.put(id, since);
    } catch (RuntimeException | LinkageError e) { // a fault of the monitor must not harm others
      LOG.error("{} is not watched any more, until Life starts anew: {}", id, e.getMessage(), e);
      forget(id);
      notices.leaveAlone(id, FAULT);
    }
    return Optional.empty();
  }

  private void forget(LifeId id) {
    var watch = watching.remove(id);
    behind.remove(id);
    if (watch != null) {
      watch.end();
    }
  }

  private static double tickSeconds(Watch watch) {
    return switch (watch.state()) {
      case Unborn _ -> 1;
      case Alive being -> being.origin().laws().tickSeconds();
      case Dead dead -> dead.last().origin().laws().tickSeconds();
    };
  }

  /** Writes down how far all are, as far as there is time. */
  void rest() {
    long deadline = System.nanoTime() + LONGEST_REST_NANOS;
    for (var each : watching.entrySet()) {
      if (System.nanoTime() > deadline) {
        return;
      }
      try {
        each.getValue().putDown();
      } catch (JournalUnavailable e) {
        LOG.warn("How far {} was watched is not kept. {}", each.getKey(), e.getMessage());
      }
    }
  }
}
