package life.archive;

import java.util.ArrayList;
import java.util.List;
import life.being.Fact;
import life.being.LifeId;
import life.chronicle.Beat;
import life.chronicle.Leaf;
import life.chronicle.Pulse;
import life.chronicle.Pyramid;
import life.journal.Biography;

/** Tells facts for a pyramid, leaf by leaf. Belongs to one thread. */
final class Telling {
  private final List<Beat> beats;
  private long before;
  private Pulse start;
  private Pulse now;

  /** Goes on with a leaf that is not whole yet. */
  Telling(Leaf begun) {
    before = begun.before();
    start = begun.start();
    now = begun.end();
    beats = new ArrayList<>(begun.beats());
  }

  void add(Fact fact) {
    var beat = Beat.of(now, fact);
    beats.add(beat);
    now = beat.after();
  }

  /** How many facts the present leaf has. */
  int size() {
    return beats.size();
  }

  /** The present leaf; what comes next begins another one. */
  Leaf leaf() {
    var leaf = new Leaf(before, start, beats);
    before = leaf.last();
    start = now;
    beats.clear();
    return leaf;
  }

  /**
   * Some whole leaves, read in one go.
   *
   * @param start how the life was before the first of them
   */
  static List<Leaf> leaves(Biography biography, LifeId id, long first, long last, Pulse start) {
    long before = first * Pyramid.FACTS_PER_LEAF;
    long until = (last + 1) * Pyramid.FACTS_PER_LEAF;
    var telling = new Telling(new Leaf(before, start, List.of()));
    var leaves = new ArrayList<Leaf>();
    biography.facts(
        id,
        before + 1,
        until,
        fact -> {
          telling.add(fact);
          if (telling.size() == Pyramid.FACTS_PER_LEAF) {
            leaves.add(telling.leaf());
          }
        });
    telling.requireLast(id, until);
    return leaves;
  }

  /** Facts that were there can only be missing where they were erased. */
  void requireLast(LifeId id, long seq) {
    if (before + beats.size() != seq) {
      throw new IllegalStateException(
          "facts of %s up to %d are missing in its journal".formatted(id, seq));
    }
  }
}
