package life.archive;

import java.util.ArrayList;
import java.util.List;
import life.being.LifeId;
import life.chronicle.Leaf;
import life.chronicle.Node;
import life.chronicle.Pulse;
import life.chronicle.Pyramid;
import life.journal.Biography;

/** A pyramid as far as it had grown when somebody asked. For one thread and one question. */
final class GrownPyramid implements Pyramid {
  private static final int MOST_LEVELS = 32;

  private final LifeId id;
  private final Biography biography;
  private final ToldLeaves told;
  private final PyramidRows rows;
  private final List<String> kinds;
  private final long leaves;
  private final Leaf rest;

  /** Of each level the row that was looked at last: whoever goes down goes on beside it. */
  private final byte[][] lastRow = new byte[MOST_LEVELS][];

  private final long[] lastNumber = new long[MOST_LEVELS];

  GrownPyramid(
      LifeId id,
      Biography biography,
      ToldLeaves told,
      PyramidRows rows,
      List<String> kinds,
      long leaves,
      Leaf rest) {
    this.id = id;
    this.biography = biography;
    this.told = told;
    this.rows = rows;
    this.kinds = kinds;
    this.leaves = leaves;
    this.rest = rest;
  }

  @Override
  public long leaves() {
    return leaves;
  }

  @Override
  public Node node(int level, long index) {
    return NodeRow.node(row(level, index), level, index, kinds);
  }

  private byte[] row(int level, long index) {
    long number = index / NodeRow.NODES;
    byte[] row = lastRow[level];
    if (row == null || lastNumber[level] != number) {
      row = rows.of(level, index);
      lastRow[level] = row;
      lastNumber[level] = number;
    }
    return row;
  }

  @Override
  public List<Leaf> told(long first, long last) {
    var all = new ArrayList<Leaf>();
    long next = first;
    while (next <= last) {
      if (next == leaves) {
        all.add(rest);
        next++;
        continue;
      }
      var known = told.find(id, next);
      if (known.isPresent()) {
        all.add(known.get());
        next++;
      } else {
        next = tell(next, Math.min(last, leaves - 1), all);
      }
    }
    return all;
  }

  /** Reads on up to a leaf that is known; returns the one to go on with. */
  private long tell(long first, long last, List<Leaf> all) {
    long until = first;
    while (until < last && told.find(id, until + 1).isEmpty()) {
      until++;
    }
    var start = first == 0 ? Pulse.UNBORN : NodeRow.end(row(0, first - 1), first - 1, kinds);
    for (var leaf : Telling.leaves(biography, id, first, until, start)) {
      told.add(id, leaf.before() / FACTS_PER_LEAF, leaf);
      all.add(leaf);
    }
    return until + 1;
  }

  @Override
  public long seq() {
    return rest.last();
  }

  @Override
  public Pulse head() {
    return rest.end();
  }
}
