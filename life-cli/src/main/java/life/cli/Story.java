package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import life.cli.Series.Bucket;
import life.cli.Series.Range;
import life.cli.Shape.Anchor;
import life.cli.Shape.Box;
import life.cli.Shape.Text;

/** The picture of a life: all that it went through, in panels over one time. */
final class Story {
  private static final int WIDTH = 1_000;
  private static final int LEFT = 64;
  private static final int RIGHT = 972;
  private static final int LARGE = 20;
  private static final int HEADER = 74;
  private static final int GAP = 10;
  private static final int TALL = 88;
  private static final int LOW = 58;
  private static final double THICK = 1.5;
  private static final double FULL_ENERGY = 100;

  private final Series series;
  private final TimeAxis axis;
  private final List<Column> columns;
  private final List<Shape> shapes = new ArrayList<>();
  private double top = HEADER;

  private Story(Series series) {
    this.series = series;
    axis = TimeAxis.of(series, LEFT, RIGHT - LEFT);
    columns = Column.of(series, axis);
  }

  /** From the document of a series. */
  static Picture of(JsonNode document) {
    return new Story(Series.of(document)).picture();
  }

  private Picture picture() {
    var title = new Heading(series);
    shapes.add(new Text(LEFT, 32, title.name(), LARGE, Anchor.START, Ink.TEXT));
    shapes.add(new Text(LEFT, 52, title.life(), Panel.SMALL, Anchor.START, Ink.FAINT));
    course("energy", "percent", TALL, FULL_ENERGY, Bucket::energy, Ink.ENERGY, Ink.ENERGY_TINT);
    course("stability", "share of 1", LOW, 1, Bucket::stability, Ink.STABILITY, Ink.STABILITY_TINT);
    course("integrity", "share of 1", LOW, 1, Bucket::integrity, Ink.INTEGRITY, Ink.INTEGRITY_TINT);
    double most = columns.stream().mapToDouble(c -> c.bucket().drive().max()).max().orElse(0);
    course(
        "drive",
        "distance from the ideal, 0 to 31.1",
        LOW,
        Scale.full(most),
        Bucket::drive,
        Ink.DRIVE,
        Ink.DRIVE_TINT);
    top = new Pace(series, columns, panel(LOW)).draw(shapes) + GAP;
    top = new Encounters(columns, panel(TALL)).draw(shapes) + GAP + GAP;
    double bands = top;
    top = new Bands(axis, columns, top).draw(shapes);
    death(bands);
    age();
    top = new Legend(axis, top + GAP, column(), series.cause() != null).draw(shapes);
    return new Picture(WIDTH, (int) top, shapes);
  }

  /** How long a column is. */
  private String column() {
    if (columns.isEmpty()) {
      return "-";
    }
    double ticks = columns.getLast().bucket().until() - columns.getFirst().bucket().tick();
    double seconds = ticks * series.tickSeconds() / columns.size();
    return TimeAxis.words(seconds < 1 ? seconds : Math.round(seconds));
  }

  private Panel panel(double height) {
    return new Panel(axis, top, height);
  }

  private void course(
      String name,
      String unit,
      int height,
      double full,
      Function<Bucket, Range> quantity,
      Ink ink,
      Ink tint) {
    var panel = panel(height);
    var scale = panel.scale(full);
    var all = columns.stream().map(Column::bucket).map(quantity).reduce(Range::and);
    panel.title(shapes, name, unit, all.map(Story::words).orElse(""), ink);
    panel.ground(shapes);
    for (var column : columns) {
      panel.tint(shapes, scale, column, quantity.apply(column.bucket()).max(), tint);
    }
    panel.grid(shapes, scale, 0, full / 2, full);
    for (var column : columns) {
      panel.line(shapes, scale, column, quantity.apply(column.bucket()), ink);
    }
    top = panel.bottom() + GAP;
  }

  private static String words(Range range) {
    var least = Panel.number(range.min());
    var most = Panel.number(range.max());
    return least.equals(most) ? "always " + most : "from " + least + " to " + most;
  }

  /** A line where the life ended, through all that is drawn but not through words. */
  private void death(double bands) {
    for (var turning : series.turnings()) {
      if (turning.type().equals("died")) {
        double x = axis.x(turning.tick());
        var panels = shapes.stream().filter(s -> s instanceof Box && s.ink() == Ink.PANEL).toList();
        for (var panel : panels) {
          shapes.add(new Box(x, panel.top(), THICK, panel.bottom() - panel.top(), Ink.DEATH));
        }
        shapes.add(new Box(x, bands, THICK, top - bands, Ink.DEATH));
        var words = "died at " + TimeAxis.words(turning.tick() * series.tickSeconds());
        boolean fits = x - Text.width(words, Panel.SMALL) > axis.left();
        var anchor = fits ? Anchor.END : Anchor.START;
        shapes.add(
            new Text(fits ? x + THICK : x, HEADER - 4, words, Panel.SMALL, anchor, Ink.DEATH));
      }
    }
  }

  private void age() {
    double baseline = top + 16;
    for (var mark : axis.marks(Panel.LETTER)) {
      shapes.add(new Box(Math.min(mark.x(), axis.right() - 0.5), top, 0.5, 5, Ink.FAINT));
      double half = Text.width(mark.label(), Panel.SMALL) / 2;
      double x = Math.min(mark.x(), WIDTH - half - 1);
      shapes.add(new Text(x, baseline, mark.label(), Panel.SMALL, Anchor.MIDDLE, Ink.TEXT));
    }
    top = baseline + 4;
  }
}
