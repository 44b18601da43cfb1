package life.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import life.cli.Series.Bucket;
import life.cli.Series.Range;

/** The large chart of a page about a life, in one size: what it went through, over one time. */
final class StoryChart {
  private static final double PERCENT = 100;
  private static final int GRID_STEP = 20;

  /** A course of the upper panel. */
  enum Vital {
    ENERGY,
    STABILITY,
    INTEGRITY;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** In percent. */
    Range of(Bucket bucket) {
      return switch (this) {
        case ENERGY -> bucket.energy();
        case STABILITY -> percent(bucket.stability());
        case INTEGRITY -> percent(bucket.integrity());
      };
    }

    private static Range percent(Range share) {
      return new Range(share.min() * PERCENT, share.max() * PERCENT);
    }
  }

  private final StorySources sources;
  private final ChartSize size;
  private final TimeAxis axis;
  private final List<Column> columns;
  private final Scale scale;
  private final Markup out;
  private final ChartPen pen;

  private StoryChart(StorySources sources, ChartSize size, Markup out) {
    this.sources = sources;
    this.size = size;
    this.out = out;
    this.pen = new ChartPen(out, size);
    this.axis = axis(sources, size);
    this.columns = Column.of(sources.series(), axis);
    this.scale = new Scale(PERCENT, size.top(), size.courses);
  }

  static void draw(StorySources sources, ChartSize size, Markup out) {
    new StoryChart(sources, size, out).all();
  }

  private static TimeAxis axis(StorySources sources, ChartSize size) {
    var own = sources.series();
    long to = sources.other().map(o -> Math.max(own.to(), o.series().to())).orElse(own.to());
    int width = size.right - size.left;
    return new TimeAxis(own.from(), to, own.tickSeconds(), size.left, width);
  }

  private void all() {
    out.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "chart " + size.name().toLowerCase(Locale.ROOT),
        "viewBox",
        "0 0 " + size.width + " " + ChartPen.n(size.height()),
        "font-size",
        ChartPen.n(size.font),
        "role",
        "img",
        "aria-label",
        summary());
    var marks = new ChartMarks(sources, columns, size, axis, pen);
    marks.below();
    grid();
    stimuli();
    sources.other().ifPresent(this::other);
    for (var vital : Vital.values()) {
      course(columns, vital, "course " + vital.word());
    }
    ends();
    marks.above();
    new ChartOfPace(sources.series(), columns, size, axis, out).draw();
    ages();
    out.close();
  }

  private String summary() {
    var words = new StringBuilder("The course of " + sources.series().life() + ".");
    for (var vital : Vital.values()) {
      columns.stream()
          .map(column -> vital.of(column.bucket()))
          .reduce(Range::and)
          .ifPresent(all ->
              words.append(
                  " %s between %s and %s %%."
                      .formatted(vital.word(), whole(all.min()), whole(all.max()))));
    }
    return words.toString();
  }

  private static String whole(double value) {
    return Long.toString(Math.round(value));
  }

  private void grid() {
    for (int value = 0; value <= PERCENT; value += GRID_STEP) {
      double y = scale.y(value);
      out.empty(
          "path",
          "class",
          "grid",
          "d",
          "M%d %sH%d".formatted(size.left, ChartPen.n(y), size.right));
      out.words(
          "text",
          Integer.toString(value),
          "class",
          "scale",
          "x",
          ChartPen.n(size.left - ChartSize.GAP),
          "y",
          ChartPen.n(y + size.font * 0.35),
          "text-anchor",
          "end");
    }
  }

  private void stimuli() {
    var labels = StimulusLabels.of(columns, size);
    for (var column : columns) {
      double intensity = StimulusLabels.intensity(column);
      if (intensity > 0) {
        pen.upright("tick", column.middle(), size.top() - 2 - 6 * intensity, size.top() - 2);
      }
    }
    for (var label : labels) {
      pen.upright("stimulus", label.x(), size.top() - size.font * 0.8, size.coursesBottom());
    }
    for (var label : labels) {
      out.words(
          "text",
          label.words(),
          "class",
          "kind",
          "transform",
          "translate(%s %s)rotate(-%d)"
              .formatted(
                  ChartPen.n(label.x() + size.font * 0.2),
                  ChartPen.n(size.top() - size.font),
                  StimulusLabels.SLANT));
    }
  }

  private void course(List<Column> all, Vital vital, String name) {
    if (!all.isEmpty()) {
      out.empty("path", "class", name, "d", CoursePath.of(all, vital::of, scale));
    }
  }

  private void other(StorySources.Other other) {
    var after =
        Column.of(other.series(), axis).stream()
            .filter(column -> !other.isBranch() || column.bucket().until() > other.parting())
            .toList();
    for (var vital : Vital.values()) {
      if (!after.isEmpty()) {
        out.empty(
            "path",
            "class",
            "course other " + vital.word(),
            "d",
            CoursePath.through(after, column -> middle(vital, column), scale));
      }
    }
    if (other.isBranch()) {
      double x = axis.x(other.parting());
      pen.upright("parting", x, size.top(), size.paceBottom());
      out.words(
          "text",
          "they part",
          "class",
          "parted",
          "x",
          ChartPen.n(x + 4),
          "y",
          ChartPen.n(size.coursesBottom() - size.font * 1.6));
    }
  }

  private static double middle(Vital vital, Column column) {
    var range = vital.of(column.bucket());
    return (range.min() + range.max()) / 2;
  }

  /** The last values, beside the ends of their lines and clear of each other. */
  private void ends() {
    if (!size.hasMargin() || columns.isEmpty()) {
      return;
    }
    var last = columns.getLast().bucket();
    var order = new ArrayList<>(List.of(Vital.values()));
    order.sort(Comparator.comparingDouble(vital -> -vital.of(last).max()));
    double line = size.font * 1.2;
    double least = size.top();
    for (int i = 0; i < order.size(); i++) {
      var vital = order.get(i);
      var range = vital.of(last);
      double below = (order.size() - 1 - i) * line;
      double y = Math.min(scale.y((range.min() + range.max()) / 2), scale.bottom() - below);
      y = Math.max(y, least);
      least = y + line;
      out.words(
          "text",
          vital.word() + " " + whole((range.min() + range.max()) / 2),
          "class",
          "end " + vital.word(),
          "x",
          ChartPen.n(axis.right() + ChartSize.GAP),
          "y",
          ChartPen.n(y + size.font * 0.35));
    }
  }

  private void ages() {
    for (var mark : axis.marks(size.font * 0.62)) {
      pen.upright("grid", mark.x(), size.paceBottom(), size.paceBottom() + 4);
      double half = size.wordsWidth(mark.label()) / 2;
      double x = Math.clamp(mark.x(), half, size.width - half);
      out.words(
          "text",
          mark.label(),
          "class",
          "scale",
          "x",
          ChartPen.n(x),
          "y",
          ChartPen.n(size.paceBottom() + size.font * 1.5),
          "text-anchor",
          "middle");
    }
  }
}
