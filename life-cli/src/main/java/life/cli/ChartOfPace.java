package life.cli;

import java.util.List;

/** How fast time was felt to pass, below the courses of a chart: felt seconds for each second. */
record ChartOfPace(Series series, List<Column> columns, ChartSize size, TimeAxis axis, Markup out) {
  private static final double LEAST_FULL = 2;

  void draw() {
    double most = columns.stream().mapToDouble(this::pace).max().orElse(0);
    double full = Math.max(LEAST_FULL, Math.ceil(most));
    var scale = new Scale(full, size.paceTop(), size.pace);
    double step = Math.max(1, Math.ceil(full / 3));
    for (double value = 0; value <= full; value += step) {
      grid(scale.y(value), Markup.number(value) + "×", value == 1 ? "grid one" : "grid");
    }
    if (!columns.isEmpty()) {
      out.empty(
          "path", "class", "course pace", "d", CoursePath.through(columns, this::pace, scale));
    }
  }

  private void grid(double y, String label, String name) {
    out.empty(
        "path", "class", name, "d", "M%d %sH%d".formatted(size.left, Markup.number(y), size.right));
    out.words(
        "text",
        label,
        "class",
        "scale",
        "x",
        Markup.number(size.left - ChartSize.GAP),
        "y",
        Markup.number(y + size.font * 0.35),
        "text-anchor",
        "end");
  }

  private double pace(Column column) {
    int i = columns.indexOf(column);
    double before = i == 0 ? 0 : columns.get(i - 1).bucket().felt();
    var bucket = column.bucket();
    return (bucket.felt() - before) / ((bucket.until() - bucket.tick()) * series.tickSeconds());
  }
}
