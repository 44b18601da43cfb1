package life.cli;

import java.util.ArrayList;
import java.util.List;
import life.cli.Shape.Anchor;
import life.cli.Shape.Box;
import life.cli.Shape.Text;

/**
 * What a column and the colours mean.
 *
 * @param column how long a column is
 * @param death whether there is one
 */
record Legend(TimeAxis axis, double top, String column, boolean death) {
  private static final double SWATCH = 10;
  private static final double BASELINE = 8.5;
  private static final double AFTER_SWATCH = 6;
  private static final double AFTER_WORDS = 22;
  private static final double HEIGHT = 26;

  private record Entry(Ink ink, String words) {}

  /** Returns where it ends. */
  double draw(List<Shape> shapes) {
    double x = axis.left();
    var line = "a column is " + column + ", from least to most";
    shapes.add(new Text(x, top + BASELINE, line, Panel.SMALL, Anchor.START, Ink.FAINT));
    x += Text.width(line, Panel.SMALL) + AFTER_WORDS;
    for (var entry : entries()) {
      shapes.add(new Box(x, top, SWATCH, SWATCH, entry.ink));
      x += SWATCH + AFTER_SWATCH;
      shapes.add(new Text(x, top + BASELINE, entry.words, Panel.SMALL, Anchor.START, Ink.FAINT));
      x += Text.width(entry.words, Panel.SMALL) + AFTER_WORDS;
    }
    return top + HEIGHT;
  }

  private List<Entry> entries() {
    var entries =
        new ArrayList<>(
            List.of(
                new Entry(Ink.AWAKE, "awake"),
                new Entry(Ink.ASLEEP, "asleep"),
                new Entry(Ink.ALIVE, "alive"),
                new Entry(Ink.DEGRADING, "degrading"),
                new Entry(Ink.DEAD, "dead"),
                new Entry(Ink.STRONGEST, "strongest stimuli")));
    if (death) {
      entries.add(new Entry(Ink.DEATH, "death"));
    }
    return entries;
  }
}
