package life.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * What falls on the same units of a time axis.
 *
 * @param left a whole number of units
 * @param width a whole number of units, 1 or more
 */
record Column(int left, int width, Series.Bucket bucket) {

  /** All buckets in their places, those that share a unit as one. */
  static List<Column> of(Series series, TimeAxis axis) {
    var columns = new ArrayList<Column>();
    Series.Bucket open = null;
    for (var bucket : series.buckets()) {
      open = open == null ? bucket : open.and(bucket);
      if (width(open, axis) > 0) {
        columns.add(new Column((int) axis.x(open.tick()), width(open, axis), open));
        open = null;
      }
    }
    if (open != null) {
      columns.add(new Column(Math.min((int) axis.x(open.tick()), axis.right() - 1), 1, open));
    }
    return columns;
  }

  private static int width(Series.Bucket bucket, TimeAxis axis) {
    return (int) axis.x(bucket.until()) - (int) axis.x(bucket.tick());
  }

  int right() {
    return left + width;
  }

  double middle() {
    return left + width / 2.0;
  }
}
