package life.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The terminal at which somebody sits, by way of {@code stty}: how large it is, and how it hands on
 * keys. Closing it gives it back as it was.
 */
final class Tty implements AutoCloseable {
  private static final File DEVICE = new File("/dev/tty");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,4}) (\\d{1,4})");

  private final String before;

  /** How many letters and lines there are; below 40 letters nothing can be shown. */
  record Size(int columns, int rows) {
    private static final int LEAST_COLUMNS = 40;
    static final Size USUAL = new Size(80, 24);

    Size {
      columns = Math.max(LEAST_COLUMNS, columns);
      rows = Math.max(1, rows);
    }
  }

  private Tty(String before) {
    this.before = before;
  }

  /** Keys come one by one, and are not shown; empty where there is no terminal. */
  static Optional<Tty> open() {
    var before = stty(List.of("-g")).filter(state -> !state.isEmpty());
    before.ifPresent(_ -> stty(List.of("-icanon", "-echo", "min", "0", "time", "0")));
    return before.map(Tty::new);
  }

  Size size() {
    var said = stty(List.of("size")).map(SIZE::matcher).filter(size -> size.matches());
    return said.map(
            size -> new Size(Integer.parseInt(size.group(2)), Integer.parseInt(size.group(1))))
        .orElse(Size.USUAL);
  }

  private static Optional<String> stty(List<String> words) {
    var command = new ArrayList<>(List.of("stty"));
    command.addAll(words);
    try {
      var process =
          new ProcessBuilder(command)
              .redirectInput(DEVICE)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    giveBack();
  }

  /** Keys come as they did before. */
  void giveBack() {
    stty(List.of(before));
  }
}
