package life.cli;

import java.util.List;

/**
 * One screen of a terminal, drawn again and again: only the lines that have changed are written.
 * Closing it brings back what was there before.
 */
final class Screen implements AutoCloseable {
  private static final String ENTER = "\u001b[?1049h\u001b[?25l\u001b[2J";
  private static final String LEAVE = "\u001b[?25h\u001b[?1049l";
  private static final String CLEAR = "\u001b[2J";
  private static final String TO_END = "\u001b[K";

  private final Console console;
  private List<String> drawn = List.of();
  private Tty.Size size = Tty.Size.USUAL;
  private boolean isClosed;

  Screen(Console console) {
    this.console = console;
    console.text(ENTER);
    console.flush();
  }

  /** Shows these lines, from the top. */
  synchronized void show(List<String> lines, Tty.Size now) {
    if (isClosed) {
      return;
    }
    var text = new StringBuilder();
    if (!now.equals(size)) {
      text.append(CLEAR);
      drawn = List.of();
      size = now;
    }
    for (int row = 0; row < Math.max(lines.size(), drawn.size()); row++) {
      var line = row < lines.size() ? lines.get(row) : "";
      if (row >= drawn.size() || !drawn.get(row).equals(line)) {
        text.append("\u001b[").append(row + 1).append(";1H").append(line).append(TO_END);
      }
    }
    drawn = List.copyOf(lines);
    if (!text.isEmpty()) {
      console.text(text.toString());
      console.flush();
    }
  }

  @Override
  public void close() {
    leave();
  }

  /** Brings back what was there before; doing it twice does nothing. */
  synchronized void leave() {
    if (!isClosed) {
      isClosed = true;
      console.text(LEAVE);
      console.flush();
    }
  }
}
