package life.cli;

/** A bar for a value between nothing and full. Only beside the number, never instead of it. */
record Bar(int width, boolean unicode) {

  String of(double value, double full) {
    var share = Math.clamp(value / full, 0.0, 1.0);
    var filled = (int) Math.round(share * width);
    // What is not quite empty or full must not look so.
    filled = share > 0 ? Math.max(1, filled) : filled;
    filled = share < 1 ? Math.min(width - 1, filled) : filled;
    var ink = unicode ? "█" : "#";
    var paper = unicode ? "░" : "-";
    return ink.repeat(filled) + paper.repeat(width - filled);
  }
}
