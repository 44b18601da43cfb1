package life.chronicle;

import org.jspecify.annotations.Nullable;

/**
 * The way down a pyramid: nodes that lie within a pixel are taken whole, others are opened. Ticks
 * never go back from fact to fact, so each edge of a pixel opens one node of each level at most,
 * however many facts there are.
 */
final class Descent {
  private final Pyramid pyramid;
  private final Chart chart;

  /** Neighbouring leaves that are to be told again; both of them -1 if there are none. */
  private final long[] run = {-1, -1};

  Descent(Pyramid pyramid, Chart chart) {
    this.pyramid = pyramid;
    this.chart = chart;
  }

  void go() {
    int level = 0;
    long leaves = 1;
    while (leaves <= pyramid.leaves()) {
      leaves *= Pyramid.CHILDREN;
      level++;
    }
    visit(level, 0, leaves);
    tell();
  }

  /**
   * Goes through a node, and says whether something may come after it.
   *
   * @param width how many leaves it covers
   */
  private boolean visit(int level, long index, long width) {
    if (index * width > pyramid.leaves()) {
      return false;
    }
    var node = whole(level, index);
    if (node != null) {
      switch (chart.place(node)) {
        case BEFORE -> {
          chart.pass(node);
          return true;
        }
        case AFTER -> {
          return false;
        }
        case WITHIN_A_PIXEL -> {
          tell();
          chart.add(node);
          return true;
        }
        case ACROSS_AN_EDGE -> {}
      }
    }
    if (level == 0) {
      open(index);
      return true;
    }
    boolean goesOn = true;
    for (int i = 0; goesOn && i < Pyramid.CHILDREN; i++) {
      goesOn = visit(level - 1, index * Pyramid.CHILDREN + i, width / Pyramid.CHILDREN);
    }
    return goesOn;
  }

  private @Nullable Node whole(int level, long index) {
    return index < pyramid.nodes(level) ? pyramid.node(level, index) : null;
  }

  private void open(long leaf) {
    if (run[0] < 0 || run[1] + 1 != leaf) {
      tell();
      run[0] = leaf;
    }
    run[1] = leaf;
  }

  private void tell() {
    if (run[0] >= 0) {
      pyramid.told(run[0], run[1]).forEach(chart::add);
      run[0] = -1;
    }
  }
}
