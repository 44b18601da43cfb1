package life.journal;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.UnaryOperator;
import life.being.LifeId;
import life.being.SelfState;
import life.journal.Biography.Reading;
import life.journal.Biography.Told;

/**
 * Tells one follower the facts of a life, a page at a time. It keeps the state between two pages,
 * so each fact is read once. Belongs to one stream, which reads one page after the other.
 */
final class Telling {
  private static final int PAGE = 64;

  /** So many facts at most are read again by whoever comes back after a cut. */
  private static final long FACTS_PER_BOOKMARK = 10_000;

  private final FactStore store;
  private final LifeId id;
  private final long after;
  private final Reading reading;
  private final UnaryOperator<SelfState> bookmark;

  /**
   * Begins a telling.
   *
   * @param after facts up to this one are read, but not told
   * @param reading at a state that isn't later than that
   * @param bookmark remembers a state from which others can start, and tells the one to hold
   */
  Telling(
      FactStore store, LifeId id, long after, Reading reading, UnaryOperator<SelfState> bookmark) {
    this.store = store;
    this.id = id;
    this.after = after;
    this.reading = reading;
    this.bookmark = bookmark;
  }

  Pages<Told> pages() {
    return Pages.of(reading.state().seq(), _ -> page())
        .live(wake -> store.onFacts(id.slug(), wake));
  }

  private Optional<Pages.Page<Told>> page() {
    var told = new ArrayList<Told>();
    long before = reading.state().seq();
    long to = before < after ? after : Long.MAX_VALUE;
    store.replay(
        id.slug(),
        before + 1,
        to,
        PAGE,
        stored -> {
          var next = reading.next(stored);
          if (next.seq() > after) {
            told.add(next);
          }
        });
    var state = reading.state();
    if (state.seq() == before && state instanceof SelfState.Dead) {
      return Optional.empty();
    }
    boolean isAtEnd = state.seq() - before < PAGE;
    boolean hasArrived = before < after && state.seq() == after;
    boolean isFar = before / FACTS_PER_BOOKMARK < state.seq() / FACTS_PER_BOOKMARK;
    if (state.seq() > before && (isAtEnd || hasArrived || isFar)) {
      reading.stand(bookmark.apply(state));
    }
    return Optional.of(new Pages.Page<>(told, state.seq()));
  }
}
