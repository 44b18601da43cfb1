package life.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Columns for reading: as wide as needed, numbers to the right. Painted after measuring. */
final class Table {
  private record Row(List<String> cells, UnaryOperator<String> paint) {}

  private final List<Row> rows = new ArrayList<>();
  private final boolean[] right;

  /** A column whose title begins with {@code >} is aligned to the right. */
  Table(UnaryOperator<String> paint, String... titles) {
    right = new boolean[titles.length];
    var cells = new ArrayList<String>();
    for (var i = 0; i < titles.length; i++) {
      right[i] = titles[i].startsWith(">");
      cells.add(right[i] ? titles[i].substring(1) : titles[i]);
    }
    rows.add(new Row(cells, paint));
  }

  void row(UnaryOperator<String> paint, String... cells) {
    rows.add(new Row(List.of(cells), paint));
  }

  List<String> lines() {
    var widths = widths();
    return rows.stream()
        .map(row -> row.paint().apply(line(row.cells(), widths).stripTrailing()))
        .toList();
  }

  private String line(List<String> cells, int[] widths) {
    var line = new StringBuilder();
    for (var i = 0; i < cells.size(); i++) {
      var gap = " ".repeat(widths[i] - cells.get(i).length());
      line.append(right[i] ? gap + cells.get(i) : cells.get(i) + gap).append("  ");
    }
    return line.toString();
  }

  private int[] widths() {
    var widths = new int[right.length];
    for (var row : rows) {
      for (var i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.cells().get(i).length());
      }
    }
    return widths;
  }
}
