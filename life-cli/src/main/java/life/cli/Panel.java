package life.cli;

import java.util.List;
import java.util.Locale;
import life.cli.Series.Range;
import life.cli.Shape.Anchor;
import life.cli.Shape.Box;
import life.cli.Shape.Text;

/**
 * A panel of a picture: one quantity over the time that all panels share.
 *
 * @param axis the time
 * @param top of the panel, title included
 * @param height of the drawing below the title
 */
record Panel(TimeAxis axis, double top, double height) {
  static final int SMALL = 10;

  /** The title and the room around it. */
  static final int TITLE = 18;

  private static final double BASELINE = 12;
  private static final double GAP = 6;
  private static final double HAIR = 0.5;
  private static final double LINE = 1.5;
  static final double LETTER = 6;

  double bottom() {
    return top + TITLE + height;
  }

  Scale scale(double full) {
    return new Scale(full, top + TITLE, height);
  }

  /** The name at the left, what there is to say about it at the right. */
  void title(List<Shape> shapes, String name, String unit, String remark, Ink ink) {
    shapes.add(new Text(axis.left(), top + BASELINE, name, SMALL, Anchor.START, ink));
    double x = axis.left() + Text.width(name + "  ", SMALL);
    shapes.add(new Text(x, top + BASELINE, unit, SMALL, Anchor.START, Ink.FAINT));
    if (!remark.isEmpty()) {
      shapes.add(new Text(axis.right(), top + BASELINE, remark, SMALL, Anchor.END, Ink.FAINT));
    }
  }

  void ground(List<Shape> shapes) {
    shapes.add(new Box(axis.left(), top + TITLE, axis.width(), height, Ink.PANEL));
  }

  /** Hairs at the round ages, and at these values, upwards, with labels where there is room. */
  void grid(List<Shape> shapes, Scale scale, double... values) {
    for (var mark : axis.marks(LETTER)) {
      double x = Math.min(mark.x(), axis.right() - HAIR);
      shapes.add(new Box(x, scale.top(), HAIR, scale.height(), Ink.GRID));
    }
    for (double value : values) {
      double y = Math.clamp(scale.y(value) - HAIR / 2, scale.top(), scale.bottom() - HAIR);
      shapes.add(new Box(axis.left(), y, axis.width(), HAIR, Ink.GRID));
    }
    double free = Double.POSITIVE_INFINITY;
    for (double value : values) {
      double baseline = scale.y(value) + SMALL * 0.35;
      if (baseline <= free) {
        label(shapes, baseline, number(value), Ink.FAINT);
        free = baseline - SMALL;
      }
    }
  }

  /** Words in the margin at the left. */
  void label(List<Shape> shapes, double baseline, String words, Ink ink) {
    shapes.add(new Text(axis.left() - GAP, baseline, words, SMALL, Anchor.END, ink));
  }

  /** The tint below one value of a column. */
  void tint(List<Shape> shapes, Scale scale, Column column, double value, Ink ink) {
    double y = scale.y(value);
    if (scale.bottom() - y > HAIR) {
      shapes.add(new Box(column.left(), y, column.width(), scale.bottom() - y, ink));
    }
  }

  /** From the least to the greatest of a column, never thinner than a line. */
  void line(List<Shape> shapes, Scale scale, Column column, Range range, Ink ink) {
    line(shapes, scale, column.left(), column.width(), range, ink);
  }

  /** A line upright at the beginning of a column. */
  void riser(List<Shape> shapes, Scale scale, Column column, Range range, Ink ink) {
    line(shapes, scale, column.left(), Math.min(LINE, column.width()), range, ink);
  }

  private static void line(
      List<Shape> shapes, Scale scale, double left, double width, Range range, Ink ink) {
    double upper = scale.y(range.max());
    double lower = scale.y(range.min());
    double missing = Math.max(0, LINE - (lower - upper)) / 2;
    upper = Math.clamp(upper - missing, scale.top(), scale.bottom() - LINE);
    lower = Math.clamp(lower + missing, upper + LINE, scale.bottom());
    shapes.add(new Box(left, upper, width, lower - upper, ink));
  }

  /** With as many decimals as it takes, at most two. */
  static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
  }
}
