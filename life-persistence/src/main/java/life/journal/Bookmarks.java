package life.journal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import life.being.Decider;
import life.being.LifeId;
import life.being.SelfState;

/**
 * States at which somebody stopped reading, to go on from there quickly; the least recently used
 * goes first. Safe for many threads.
 */
final class Bookmarks {

  private record Bookmark(LifeId id, long seq) {}

  private final Map<LifeId, NavigableSet<Long>> seqs = new HashMap<>();
  private final Map<Bookmark, SelfState> states =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Bookmark, SelfState> eldest) {
          if (size() <= most) {
            return false;
          }
          forget(eldest.getKey());
          return true;
        }
      };

  private final int most;

  /**
   * None so far.
   *
   * @param most how many states are remembered, 1 or more
   */
  Bookmarks(int most) {
    this.most = most;
  }

  /** The remembered state with the highest seq that is not above {@code seq}, or the unborn. */
  synchronized SelfState before(LifeId id, long seq) {
    var known = seqs.get(id);
    var best = known == null ? null : known.floor(seq);
    return best == null
        ? Decider.UNBORN
        : states.getOrDefault(new Bookmark(id, best), Decider.UNBORN);
  }

  /**
   * Remembers a state of this life.
   *
   * @return an equal one, if it was remembered before: so that many who stand at the same place
   *     hold it once
   */
  synchronized SelfState add(LifeId id, SelfState state) {
    var bookmark = new Bookmark(id, state.seq());
    var known = states.get(bookmark);
    if (known != null) {
      return known;
    }
    seqs.computeIfAbsent(id, _ -> new TreeSet<>()).add(state.seq());
    states.put(bookmark, state);
    return state;
  }

  private void forget(Bookmark bookmark) {
    var known = seqs.get(bookmark.id());
    if (known != null) {
      known.remove(bookmark.seq());
      if (known.isEmpty()) {
        seqs.remove(bookmark.id());
      }
    }
  }
}
