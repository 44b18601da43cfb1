package life.archive;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import life.being.LifeId;
import life.chronicle.Leaf;

/**
 * Leaves that were told again lately: whoever asks for nearly the same window again needs most of
 * them. Safe for many threads.
 */
final class ToldLeaves {
  /** Two charts of 1,000 pixels; some 10 MB. */
  private static final int MOST = 2_048;

  private record Place(LifeId life, long leaf) {}

  private final Map<Place, Leaf> leaves =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Leaf> eldest) {
          return size() > MOST;
        }
      };

  synchronized Optional<Leaf> find(LifeId life, long leaf) {
    return Optional.ofNullable(leaves.get(new Place(life, leaf)));
  }

  synchronized void add(LifeId life, long leaf, Leaf told) {
    leaves.put(new Place(life, leaf), told);
  }
}
