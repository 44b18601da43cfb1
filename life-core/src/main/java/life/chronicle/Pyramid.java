package life.chronicle;

import java.util.List;

/**
 * A life summed up in runs of facts that double and double again: a leaf covers {@link
 * #FACTS_PER_LEAF} facts, a node of level k covers {@link #CHILDREN}<sup>k</sup> leaves. It counts
 * facts and not ticks, since a fact may stand for one tick or for a million.
 */
public interface Pyramid {
  /** Facts that a leaf covers. */
  int FACTS_PER_LEAF = 32;

  /** Nodes that a node of the next level covers. */
  int CHILDREN = 4;

  /** How many whole leaves there are. Fewer facts than a leaf has may come after them. */
  long leaves();

  /** How many whole nodes of a level there are. */
  default long nodes(int level) {
    long nodes = leaves();
    for (int i = 0; i < level; i++) {
      nodes /= CHILDREN;
    }
    return nodes;
  }

  /**
   * A whole node.
   *
   * @param level 0 for leaves
   * @param index from 0, below {@link #nodes}
   */
  Node node(int level, long index);

  /**
   * Leaves told again, in their order.
   *
   * @param first from 0
   * @param last at most {@link #leaves}, which means the facts that are not a whole leaf yet
   */
  List<Leaf> told(long first, long last);

  /** The number of the last fact. */
  long seq();

  /** How the life is after the last fact. */
  Pulse head();
}
