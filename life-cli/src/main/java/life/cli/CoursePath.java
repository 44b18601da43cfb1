package life.cli;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import life.cli.Series.Bucket;
import life.cli.Series.Range;

/**
 * The line of a quantity as the data of an SVG path. In each column it goes through the least and
 * the greatest value, the one that is nearer to where it comes from first.
 */
final class CoursePath {
  /** Values that lie closer than this are one, in units. */
  private static final double SAME = 0.4;

  private final StringBuilder out = new StringBuilder();
  private double lastX;
  private double lastY = Double.NaN;
  private boolean isFlat;

  private CoursePath() {}

  /** Through the least and the greatest of each column. */
  static String of(List<Column> columns, Function<Bucket, Range> quantity, Scale scale) {
    var path = new CoursePath();
    if (!columns.isEmpty()) {
      path.to(columns.getFirst().left(), middle(columns.getFirst(), quantity, scale));
    }
    for (var column : columns) {
      var range = quantity.apply(column.bucket());
      double low = scale.y(range.min());
      double high = scale.y(range.max());
      if (low - high < SAME) {
        path.to(column.middle(), (low + high) / 2);
      } else if (Math.abs(path.lastY - low) <= Math.abs(path.lastY - high)) {
        path.to(column.middle(), low);
        path.to(column.middle(), high);
      } else {
        path.to(column.middle(), high);
        path.to(column.middle(), low);
      }
    }
    if (!columns.isEmpty()) {
      path.to(columns.getLast().right(), middle(columns.getLast(), quantity, scale));
    }
    return path.end();
  }

  private static double middle(Column column, Function<Bucket, Range> quantity, Scale scale) {
    var range = quantity.apply(column.bucket());
    return scale.y((range.min() + range.max()) / 2);
  }

  /** Through one value of each column. */
  static String through(List<Column> columns, ToDoubleFunction<Column> value, Scale scale) {
    var path = new CoursePath();
    for (int i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      double y = scale.y(value.applyAsDouble(column));
      path.to(i == 0 ? column.left() : column.middle(), y);
      if (i == columns.size() - 1) {
        path.to(column.right(), y);
      }
    }
    return path.end();
  }

  private void to(double x, double y) {
    double roundX = Math.round(x * 10) / 10.0;
    double roundY = Math.round(y * 10) / 10.0;
    if (Double.compare(roundY, lastY) == 0) {
      isFlat = true;
    } else {
      endFlat();
      point(roundX, roundY);
    }
    lastX = roundX;
    lastY = roundY;
  }

  /** Of a level stretch only both ends are written. */
  private void endFlat() {
    if (isFlat) {
      point(lastX, lastY);
      isFlat = false;
    }
  }

  private void point(double x, double y) {
    out.append(out.isEmpty() ? "M" : " ").append(Markup.number(x)).append(' ');
    out.append(Markup.number(y));
  }

  private String end() {
    endFlat();
    return out.toString();
  }
}
