package life.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import life.cli.Series.Strongest;
import life.cli.Shape.Anchor;
import life.cli.Shape.Box;
import life.cli.Shape.Text;

/** What a life met: how much at a time, and the strongest by name where there is room. */
record Encounters(List<Column> columns, Panel panel) {
  private static final int ROWS = 2;
  private static final double ROW = 13;
  private static final double ROOM = 12;
  private static final double HAIR = 0.5;
  private static final int MOST_NAMED = 14;

  /** A name in its place; its stem leads down to the column. */
  private record Tag(Column column, String words, double left, double right, int row) {
    boolean collides(Tag other) {
      return row == other.row
          ? left < other.right + ROOM && other.left < right + ROOM
          : row < other.row ? other.covers(stem()) : covers(other.stem());
    }

    double stem() {
      return column.middle();
    }

    private boolean covers(double x) {
      return x > left - ROOM / 2 && x < right + ROOM / 2;
    }
  }

  /** Returns where the panel ends. */
  double draw(List<Shape> shapes) {
    int most = columns.stream().mapToInt(c -> c.bucket().stimuli()).max().orElse(0);
    int all = columns.stream().mapToInt(c -> c.bucket().stimuli()).sum();
    double named = ROWS * ROW + 6;
    var whole = panel.scale(1);
    double full = Math.max(1, most);
    var scale = new Scale(full, whole.top() + named, whole.height() - named);
    panel.title(
        shapes,
        "stimuli met",
        "count in a column, the strongest named",
        all + " in all",
        Ink.STRONGEST);
    panel.ground(shapes);
    panel.grid(shapes, whole);
    panel.grid(shapes, scale, 0, full);
    for (var column : columns) {
      panel.tint(shapes, scale, column, column.bucket().stimuli(), Ink.STIMULI);
    }
    for (var tag : tags()) {
      draw(shapes, scale, tag, whole.top() + (tag.row + 1) * ROW);
    }
    return panel.bottom();
  }

  private void draw(List<Shape> shapes, Scale scale, Tag tag, double baseline) {
    double bar = scale.y(tag.column.bucket().stimuli());
    shapes.add(
        new Box(tag.stem() - HAIR, baseline + 3, 2 * HAIR, bar - baseline - 3, Ink.STRONGEST));
    panel.tint(shapes, scale, tag.column, tag.column.bucket().stimuli(), Ink.STRONGEST);
    shapes.add(new Text(tag.left, baseline, tag.words, Panel.SMALL, Anchor.START, Ink.STRONGEST));
  }

  /** The most intense first; of equal ones the earlier. */
  private List<Tag> tags() {
    var strongest =
        columns.stream()
            .filter(c -> intensity(c) > 0)
            .sorted(Comparator.comparingDouble(c -> -intensity(c)))
            .toList();
    var tags = new ArrayList<Tag>();
    for (var column : strongest) {
      if (tags.size() < MOST_NAMED) {
        place(column, tags);
      }
    }
    return tags;
  }

  private void place(Column column, List<Tag> tags) {
    for (int row = ROWS - 1; row >= 0; row--) {
      var tag = tag(column, row);
      if (tag.left >= panel.axis().left() && tags.stream().noneMatch(tag::collides)) {
        tags.add(tag);
        return;
      }
    }
  }

  private Tag tag(Column column, int row) {
    var strongest = column.bucket().strongest();
    var words = strongest == null ? "?" : words(strongest);
    double width = Text.width(words, Panel.SMALL);
    var axis = panel.axis();
    double end = columns.getLast().right();
    double left = Math.max(axis.left(), Math.min(column.middle() - width / 2, end - width));
    return new Tag(column, words, left, left + width, row);
  }

  private static String words(Strongest strongest) {
    return strongest.kind() + " " + Panel.number(strongest.intensity());
  }

  private static double intensity(Column column) {
    var strongest = column.bucket().strongest();
    return strongest == null ? 0 : strongest.intensity();
  }
}
