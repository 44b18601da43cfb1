package life.chronicle;

import java.util.ArrayList;
import java.util.List;
import life.being.Fact;

/** A pyramid over facts in a list. */
final class ToldAgain implements Pyramid {
  private final List<Leaf> leaves = new ArrayList<>();
  private final List<List<Node>> levels = new ArrayList<>();
  private final long seq;
  private int opened;

  ToldAgain(List<Fact> facts) {
    seq = facts.size();
    var was = Pulse.UNBORN;
    for (int first = 0; first <= facts.size(); first += FACTS_PER_LEAF) {
      var beats = new ArrayList<Beat>();
      var now = was;
      for (var fact : facts.subList(first, Math.min(facts.size(), first + FACTS_PER_LEAF))) {
        beats.add(Beat.of(now, fact));
        now = beats.getLast().after();
      }
      leaves.add(new Leaf(first, was, beats));
      was = now;
    }
    levels.add(leaves.subList(0, (int) leaves()).stream().map(Leaf::node).toList());
    while (levels.getLast().size() >= CHILDREN) {
      var below = levels.getLast();
      var next = new ArrayList<Node>();
      for (int i = 0; i + CHILDREN <= below.size(); i += CHILDREN) {
        next.add(Node.of(below.subList(i, i + CHILDREN)));
      }
      levels.add(next);
    }
  }

  /** How many leaves were told again. */
  int opened() {
    return opened;
  }

  @Override
  public long leaves() {
    return seq / FACTS_PER_LEAF;
  }

  @Override
  public Node node(int level, long index) {
    return levels.get(level).get((int) index);
  }

  @Override
  public List<Leaf> told(long first, long last) {
    opened += (int) (last - first) + 1;
    return leaves.subList((int) first, (int) last + 1);
  }

  @Override
  public long seq() {
    return seq;
  }

  @Override
  public Pulse head() {
    return leaves.getLast().end();
  }
}
