package life.archive;

import java.util.List;
import life.being.Fact;
import life.chronicle.Leaf;
import life.chronicle.Node;
import life.chronicle.Pulse;
import life.chronicle.Pyramid;

/** No pyramid at all: every question is answered from all facts. */
record FlatPyramid(Leaf all) implements Pyramid {
  static FlatPyramid of(List<Fact> facts) {
    var telling = new Telling(new Leaf(0, Pulse.UNBORN, List.of()));
    facts.forEach(telling::add);
    return new FlatPyramid(telling.leaf());
  }

  @Override
  public long leaves() {
    return 0;
  }

  @Override
  public Node node(int level, long index) {
    throw new AssertionError("there is none");
  }

  @Override
  public List<Leaf> told(long first, long last) {
    return List.of(all);
  }

  @Override
  public long seq() {
    return all.last();
  }

  @Override
  public Pulse head() {
    return all.end();
  }
}
