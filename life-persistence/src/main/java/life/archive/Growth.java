package life.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import life.being.Fact;
import life.being.LifeId;
import life.chronicle.Leaf;
import life.chronicle.Node;
import life.chronicle.Pulse;
import life.chronicle.Pyramid;
import life.journal.Biography;
import life.journal.PyramidArchive;
import org.jspecify.annotations.Nullable;

/**
 * A pyramid that grows with its life, at its open end. Belongs to one thread at a time; blocks
 * while it reads and writes.
 */
final class Growth {
  /** After so many leaves what has grown is kept; until then it is told again after an end. */
  static final int LEAVES_PER_SAVE = 64;

  private static final long FACTS_AT_ONCE = 65_536;

  private final LifeId id;
  private final Biography biography;
  private final ToldLeaves told;
  private final PyramidRows rows;
  private final String born;
  private final List<String> kinds;
  private long leaves;
  private long kept;
  private Leaf rest;

  private Growth(LifeId id, Biography biography, ToldLeaves told, Begun begun) {
    this.id = id;
    this.biography = biography;
    this.told = told;
    this.rows = begun.rows();
    this.born = begun.head().born();
    this.kinds = new ArrayList<>(begun.head().kinds());
    this.leaves = begun.head().leaves();
    this.kept = leaves;
    this.rest = new Leaf(leaves * Pyramid.FACTS_PER_LEAF, begun.end(), List.of());
  }

  /** Where a growth begins. */
  private record Begun(PyramidHead head, PyramidRows rows, Pulse end) {}

  /** Begins at the ground, or where it was kept last. */
  static Growth of(
      LifeId id, Biography biography, ToldLeaves told, Optional<PyramidArchive> archive) {
    var rows = new PyramidRows(id, archive);
    var born = born(id, biography);
    var head = archive.flatMap(kept -> kept.head(id)).map(PyramidHead::of);
    if (head.isEmpty() || head.get().leaves() == 0) {
      var ground = new PyramidHead(born, 0, List.of());
      return new Growth(id, biography, told, new Begun(ground, rows, Pulse.UNBORN));
    }
    return new Growth(id, biography, told, begun(id, biography, rows, born, head.get()));
  }

  /** What is kept is about this life, if its last leaf is the same when it is told again. */
  private static Begun begun(
      LifeId id, Biography biography, PyramidRows rows, String born, PyramidHead head) {
    long last = head.leaves() - 1;
    long facts = head.leaves() * Pyramid.FACTS_PER_LEAF;
    if (!head.born().equals(born) || biography.lastSeq(id) < facts) {
      throw new PyramidDamaged("what is kept is about another life of that name", null);
    }
    var start =
        last == 0 ? Pulse.UNBORN : NodeRow.end(rows.of(0, last - 1), last - 1, head.kinds());
    byte[] row = rows.of(0, last);
    var end = NodeRow.end(row, last, head.kinds());
    byte[] again = new byte[row.length];
    var leaf = Telling.leaves(biography, id, last, last, start).getFirst();
    NodeRow.put(
        again,
        0,
        (int) (last % NodeRow.NODES),
        leaf.node(),
        leaf.end(),
        new ArrayList<>(head.kinds()));
    int from = NodeRow.bytes(0, (int) (last % NodeRow.NODES));
    if (!Arrays.equals(again, from, again.length, row, from, row.length)) {
      throw new PyramidDamaged("what is kept is not what the journal says", null);
    }
    return new Begun(head, rows, end);
  }

  private static String born(LifeId id, Biography biography) {
    var said = new StringBuilder();
    biography.facts(
        id,
        1,
        1,
        fact -> {
          if (fact instanceof Fact.Born(var origin, _)) {
            said.append(origin.id()).append(' ').append(origin.seed());
            said.append(' ').append(origin.bornAt());
          }
        });
    return said.toString();
  }

  /** The number of the last fact that has gone into it. */
  long seq() {
    return rest.last();
  }

  /** Grows up to a fact, which is durable. */
  void grow(long to) {
    while (seq() < to) {
      long until = Math.min(to, seq() + FACTS_AT_ONCE);
      take(until);
      if (leaves - kept >= LEAVES_PER_SAVE) {
        rows.save(new PyramidHead(born, leaves, kinds));
        kept = leaves;
      }
    }
  }

  private void take(long until) {
    var telling = new Telling(rest);
    biography.facts(
        id,
        seq() + 1,
        until,
        fact -> {
          telling.add(fact);
          if (telling.size() == Pyramid.FACTS_PER_LEAF) {
            add(telling.leaf());
          }
        });
    rest = telling.leaf();
    telling.requireLast(id, until);
  }

  private void add(Leaf leaf) {
    put(0, leaves, leaf.node(), leaf);
    leaves++;
    long nodes = leaves;
    for (int level = 0; nodes % Pyramid.CHILDREN == 0; level++) {
      byte[] row = rows.open(level, nodes - 1);
      var children = new ArrayList<Node>(Pyramid.CHILDREN);
      for (long child = nodes - Pyramid.CHILDREN; child < nodes; child++) {
        children.add(NodeRow.node(row, level, child, kinds));
      }
      nodes /= Pyramid.CHILDREN;
      put(level + 1, nodes - 1, Node.of(children), null);
    }
  }

  private void put(int level, long index, Node node, @Nullable Leaf leaf) {
    NodeRow.put(
        rows.open(level, index),
        level,
        (int) (index % NodeRow.NODES),
        node,
        leaf == null ? null : leaf.end(),
        kinds);
  }

  /** What has grown so far, for a reader. */
  Pyramid grown() {
    return new GrownPyramid(id, biography, told, rows, List.copyOf(kinds), leaves, rest);
  }
}
