package life.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Words in lines of a width. What paints them takes no room. */
final class Wrapped {
  private final int width;
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private int used;

  Wrapped(int width) {
    this.width = width;
  }

  /** Adds words, each painted by itself; a word that is longer than a line has one for itself. */
  void words(String text, UnaryOperator<String> paint) {
    for (var word : text.split(" ", -1)) {
      if (used > 0 && used + 1 + word.length() > width) {
        end();
      }
      if (used > 0) {
        line.append(' ');
        used++;
      }
      line.append(paint.apply(word));
      used += word.length();
    }
  }

  private void end() {
    lines.add(line.toString());
    line.setLength(0);
    used = 0;
  }

  List<String> lines() {
    if (used > 0) {
      end();
    }
    return List.copyOf(lines);
  }
}
