package life.cli;

import java.util.ArrayDeque;
import java.util.Deque;

/** The last values of something, each as one letter. */
final class Sparkline {
  /** More than any terminal shows. */
  private static final int MOST = 400;

  private static final String BLOCKS = "▁▂▃▄▅▆▇█";
  private static final String ASCII = "_.-:=+*#";

  private final Deque<Double> values = new ArrayDeque<>();

  void add(double value) {
    values.addLast(value);
    if (values.size() > MOST) {
      values.removeFirst();
    }
  }

  /** The latest values, as many as fit, between nothing and full. */
  String of(int width, double full, boolean unicode) {
    var letters = unicode ? BLOCKS : ASCII;
    var drawn = new StringBuilder();
    int skipped = Math.max(0, values.size() - width);
    for (double value : values) {
      if (skipped-- <= 0) {
        int height = (int) Math.round(value / full * (letters.length() - 1));
        drawn.append(letters.charAt(Math.clamp(height, 0, letters.length() - 1)));
      }
    }
    return drawn.toString();
  }
}
