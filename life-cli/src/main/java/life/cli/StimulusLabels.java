package life.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which stimuli of a chart have names: the strongest, as far as their slanted labels stay clear of
 * each other and within the picture.
 */
final class StimulusLabels {
  /** How far labels rise, in degrees. */
  static final int SLANT = 38;

  private static final int LONGEST_KIND = 14;

  /** Lines of text at that slant are clear of each other from here on, in font sizes. */
  private static final double CLEAR = 2.2;

  private static final double COSINE = 0.788;

  /** A stimulus, and its words. */
  record Label(double x, String words) {}

  private StimulusLabels() {}

  /** From the left to the right. */
  static List<Label> of(List<Column> columns, ChartSize size) {
    var strongest =
        columns.stream()
            .filter(column -> column.bucket().strongest() != null)
            .sorted(Comparator.comparingDouble(column -> -intensity(column)))
            .toList();
    var labels = new ArrayList<Label>();
    for (var column : strongest) {
      var label = new Label(column.middle(), words(column));
      if (labels.size() < size.mostLabels && fits(label, labels, size)) {
        labels.add(label);
      }
    }
    labels.sort(Comparator.comparingDouble(Label::x));
    return labels;
  }

  private static boolean fits(Label label, List<Label> others, ChartSize size) {
    double end = label.x() + size.wordsWidth(label.words()) * COSINE + size.font;
    return end <= size.width
        && others.stream().allMatch(o -> Math.abs(o.x() - label.x()) >= CLEAR * size.font);
  }

  static double intensity(Column column) {
    var strongest = column.bucket().strongest();
    return strongest == null ? 0 : strongest.intensity();
  }

  private static String words(Column column) {
    var strongest = column.bucket().strongest();
    if (strongest == null) {
      return "?";
    }
    var kind = strongest.kind();
    int letters = kind.codePointCount(0, kind.length());
    var shown =
        letters > LONGEST_KIND
            ? kind.substring(0, kind.offsetByCodePoints(0, LONGEST_KIND - 1)) + "…"
            : kind;
    return shown + " " + Json.number(Json.object().numberNode(strongest.intensity()), 2);
  }
}
