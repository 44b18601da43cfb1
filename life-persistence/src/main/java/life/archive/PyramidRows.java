package life.archive;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import life.being.LifeId;
import life.chronicle.Pyramid;
import life.journal.PyramidArchive;

/**
 * The rows of a pyramid: those that have changed since they were kept, or will change, in memory,
 * the others in the archive. Grown by one thread at a time; read by any that has seen how far it is
 * grown.
 */
final class PyramidRows {
  private record Place(int level, long row) {}

  private final LifeId life;
  private final Optional<PyramidArchive> archive;
  private final Map<Place, byte[]> fresh = new ConcurrentHashMap<>();

  /**
   * Rows of a life.
   *
   * @param archive where they are kept; without one, all stay in memory
   */
  PyramidRows(LifeId life, Optional<PyramidArchive> archive) {
    this.life = life;
    this.archive = archive;
  }

  /** The row in which a node is. */
  byte[] of(int level, long index) {
    long row = index / NodeRow.NODES;
    byte[] there = fresh.get(new Place(level, row));
    return there != null
        ? there
        : archive
            .flatMap(kept -> kept.row(life, level, row))
            .orElseThrow(() ->
                new PyramidDamaged("row " + row + " of level " + level + " is missing", null));
  }

  /** The row into which the next node comes. */
  byte[] open(int level, long index) {
    var place = new Place(level, index / NodeRow.NODES);
    byte[] open = fresh.get(place);
    if (open == null) {
      int size = NodeRow.bytes(level, NodeRow.NODES);
      open =
          index % NodeRow.NODES == 0 ? new byte[size] : Arrays.copyOf(of(level, index - 1), size);
      fresh.put(place, open);
    }
    return open;
  }

  /** Keeps what has changed; rows that will not change any more leave the memory. */
  void save(PyramidHead head) {
    if (archive.isEmpty()) {
      return;
    }
    archive
        .get()
        .save(
            life,
            head.toBytes(),
            each ->
                fresh.forEach((place, nodes) ->
                    each.take(
                        place.level(),
                        place.row(),
                        Arrays.copyOf(nodes, NodeRow.bytes(place.level(), used(place, head))))));
    fresh.keySet().removeIf(place -> used(place, head) == NodeRow.NODES);
  }

  /** How many nodes there are in a row. */
  private static int used(Place place, PyramidHead head) {
    long nodes = head.leaves() * Pyramid.FACTS_PER_LEAF / NodeRow.facts(place.level(), 1);
    return Math.clamp(nodes - place.row() * NodeRow.NODES, 0, NodeRow.NODES);
  }
}
