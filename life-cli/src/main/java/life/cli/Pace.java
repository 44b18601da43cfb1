package life.cli;

import java.util.List;
import life.cli.Series.Range;

/** How fast time was felt to pass: felt seconds for each second. */
record Pace(Series series, List<Column> columns, Panel panel) {
  private static final double AS_THE_CLOCK = 1;

  /** Returns where the panel ends. */
  double draw(List<Shape> shapes) {
    double most = 0;
    for (int i = 0; i < columns.size(); i++) {
      most = Math.max(most, pace(i));
    }
    var scale = panel.scale(Math.max(2, Scale.full(most)));
    panel.title(shapes, "felt time", "felt seconds a second", remark(), Ink.FELT);
    panel.ground(shapes);
    for (int i = first(); i < columns.size(); i++) {
      panel.tint(shapes, scale, columns.get(i), pace(i), Ink.FELT_TINT);
    }
    panel.grid(shapes, scale, 0, AS_THE_CLOCK, scale.full());
    for (int i = first(); i < columns.size(); i++) {
      double now = pace(i);
      panel.line(shapes, scale, columns.get(i), new Range(now, now), Ink.FELT);
      double before = i == first() ? now : pace(i - 1);
      if (Math.abs(scale.y(now) - scale.y(before)) > 1) {
        var step = new Range(Math.min(before, now), Math.max(before, now));
        panel.riser(shapes, scale, columns.get(i), step, Ink.FELT);
      }
    }
    return panel.bottom();
  }

  /** What was felt before the first column is known only of a life from its birth. */
  private int first() {
    return series.from() == 0 ? 0 : 1;
  }

  private double pace(int i) {
    if (i < first()) {
      return 0;
    }
    var bucket = columns.get(i).bucket();
    double before = i == 0 ? 0 : columns.get(i - 1).bucket().felt();
    return (bucket.felt() - before) / ((bucket.until() - bucket.tick()) * series.tickSeconds());
  }

  private String remark() {
    return columns.isEmpty()
        ? ""
        : "felt as " + TimeAxis.words(columns.getLast().bucket().felt()) + " by the end";
  }
}
