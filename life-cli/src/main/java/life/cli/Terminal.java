package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import life.cli.Series.Bucket;
import life.cli.Series.Range;

/**
 * The course of a life in the letters of a terminal.
 *
 * @param columns of the terminal; less than 40 are taken for 40, more than 400 for 400
 * @param unicode whether there are braille letters
 */
record Terminal(int columns, boolean unicode, Paint paint) {
  private static final int LEAST = 40;
  private static final int MOST = 400;
  private static final int MARGIN = 15;
  private static final int LINES = 3;
  private static final double FULL_ENERGY = 100;

  Terminal {
    columns = Math.clamp(columns, LEAST, MOST);
  }

  List<String> of(JsonNode document) {
    var series = Series.of(document);
    var heading = new Heading(series);
    var lines = new ArrayList<String>();
    lines.add(paint.strong(heading.name()) + "  " + heading.life());
    if (series.buckets().isEmpty()) {
      lines.add("nothing was lived in this time");
      return lines;
    }
    var dots = Column.of(series, TimeAxis.of(series, 0, width() * Dots.across(unicode)));
    course(lines, "energy", FULL_ENERGY, dots, Bucket::energy);
    course(lines, "stability", 1, dots, Bucket::stability);
    course(lines, "integrity", 1, dots, Bucket::integrity);
    double most = dots.stream().mapToDouble(c -> c.bucket().drive().max()).max().orElse(0);
    course(lines, "drive", Scale.full(most), dots, Bucket::drive);
    var axis = TimeAxis.of(series, 0, width());
    var letters = Column.of(series, axis);
    lines.add(row("sleep", "", sleep(letters)));
    lines.add(row("phase", "", phase(letters)));
    lines.addAll(age(axis));
    return lines;
  }

  /** As many buckets as can be told apart. */
  int buckets() {
    return width() * Dots.across(unicode);
  }

  private int width() {
    return columns - MARGIN - 1;
  }

  private static String row(String name, String value, String drawn) {
    return "%-9s %4s %s".formatted(name, value, drawn).stripTrailing();
  }

  private void course(
      List<String> lines,
      String name,
      double full,
      List<Column> columns,
      Function<Bucket, Range> quantity) {
    var dots = new Dots(width(), LINES, unicode);
    var scale = new Scale(full, 0, dots.height() - 1);
    for (var column : columns) {
      var range = quantity.apply(column.bucket());
      for (int x = column.left(); x < column.right(); x++) {
        dots.line(
            x, (int) Math.round(scale.y(range.max())), (int) Math.round(scale.y(range.min())));
      }
    }
    for (int i = 0; i < LINES; i++) {
      var value = i == 0 ? Panel.number(full) : i == LINES - 1 ? "0" : "";
      lines.add(row(i == 0 ? name : "", value, dots.line(i)));
    }
  }

  private String sleep(List<Column> letters) {
    var asleep = unicode ? "█" : "#";
    var awake = unicode ? "·" : ".";
    var text = new StringBuilder();
    for (var column : letters) {
      text.append((column.bucket().asleep() >= 0.5 ? asleep : awake).repeat(column.width()));
    }
    return text.toString();
  }

  private String phase(List<Column> letters) {
    var text = new StringBuilder();
    for (var column : letters) {
      var phase = column.bucket().phase();
      var letter =
          switch (phase) {
            case "ALIVE" -> unicode ? "─" : "-";
            case "DEGRADING" -> unicode ? "▒" : "!";
            default -> unicode ? "×" : "X";
          };
      text.append(paint.phase(phase, letter.repeat(column.width())));
    }
    return text.toString();
  }

  /** The time, and below it what the two bands mean. */
  private List<String> age(TimeAxis axis) {
    var line = new StringBuilder((unicode ? "─" : "-").repeat(width()));
    var labels = new StringBuilder(" ".repeat(width()));
    for (var mark : axis.marks(1)) {
      int x = (int) Math.min(width() - 1, mark.x());
      line.setCharAt(x, unicode ? '┴' : '+');
      int start = Math.min(x, width() - mark.label().length());
      labels.replace(start, start + mark.label().length(), mark.label());
    }
    var means =
        unicode
            ? "█ asleep  · awake   ─ alive  ▒ degrading  × dead"
            : "# asleep  . awake   - alive  ! degrading  X dead";
    return List.of(
        paint.faint(row("", "", line.toString())),
        row("age", "", labels.toString()),
        paint.faint(row("", "", means)));
  }
}
