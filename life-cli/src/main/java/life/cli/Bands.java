package life.cli;

import java.util.List;
import java.util.Locale;
import life.cli.Shape.Anchor;
import life.cli.Shape.Box;
import life.cli.Shape.Text;

/** Two narrow bands: when it slept, and in which phase it was. */
record Bands(TimeAxis axis, List<Column> columns, double top) {
  private static final double HEIGHT = 14;
  private static final double GAP = 6;
  private static final double BASELINE = 10.5;
  private static final double MARGIN = 6;

  /** Returns where they end. */
  double draw(List<Shape> shapes) {
    name(shapes, "sleep", top);
    for (var column : columns) {
      shapes.add(new Box(column.left(), top, column.width(), HEIGHT, Ink.AWAKE));
    }
    for (var column : columns) {
      double height = HEIGHT * Math.clamp(column.bucket().asleep(), 0.0, 1.0);
      if (height > 0) {
        shapes.add(
            new Box(column.left(), top + HEIGHT - height, column.width(), height, Ink.ASLEEP));
      }
    }
    double second = top + HEIGHT + GAP;
    name(shapes, "phase", second);
    for (int i = 0; i < columns.size(); ) {
      i = phase(shapes, i, second);
    }
    return second + HEIGHT;
  }

  private void name(List<Shape> shapes, String words, double y) {
    shapes.add(
        new Text(axis.left() - MARGIN, y + BASELINE, words, Panel.SMALL, Anchor.END, Ink.TEXT));
  }

  /** One stretch of the same phase, with its name if there is room; returns where the next is. */
  private int phase(List<Shape> shapes, int first, double y) {
    var phase = columns.get(first).bucket().phase();
    int end = first + 1;
    while (end < columns.size() && columns.get(end).bucket().phase().equals(phase)) {
      end++;
    }
    double left = columns.get(first).left();
    double right = phase.equals("DEAD") ? axis.right() : columns.get(end - 1).right();
    double width = right - left;
    shapes.add(new Box(left, y, width, HEIGHT, ink(phase)));
    var words = phase.toLowerCase(Locale.ROOT);
    if (!words.isEmpty() && Text.width(words, Panel.SMALL) + 2 * MARGIN < width) {
      shapes.add(new Text(left + MARGIN, y + BASELINE, words, Panel.SMALL, Anchor.START, Ink.TEXT));
    }
    return end;
  }

  private static Ink ink(String phase) {
    return switch (phase) {
      case "ALIVE" -> Ink.ALIVE;
      case "DEGRADING" -> Ink.DEGRADING;
      default -> Ink.DEAD;
    };
  }
}
