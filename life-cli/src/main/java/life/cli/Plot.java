package life.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The picture of a life, in the terminal or as a file. */
@Command(
    name = "plot",
    header = "Draw a life, in the terminal or as a picture.",
    description = "Without --from: from birth. Without --to: to now. " + Place.POINTS,
    footer = {
      "%nExamples:",
      "  life plot ada                          in the letters of the terminal",
      "  life plot ada -o story.svg             a picture; story.png too",
      "  life plot ada --from age:1d --to age:2d"
    })
final class Plot implements Runnable {
  private static final int IN_A_PICTURE = 1_000;
  private static final int USUAL_COLUMNS = 80;

  @Mixin final Common common;

  @Parameters(paramLabel = "LIFE", description = "Whose life.")
  String life = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the picture goes; its name ends in .png or .svg.")
  @Nullable Path output;

  @Option(names = "--from", paramLabel = "POINT", description = "The first moment.")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "POINT", description = "The last moment.")
  @Nullable String to;

  Plot(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    if (output == null) {
      inTerminal();
    } else {
      asFile(output);
    }
  }

  private void inTerminal() {
    var terminal = new Terminal(columns(), common.console().unicode(), common.paint());
    var series = series(terminal.buckets());
    if (common.json()) {
      common.document(series);
    } else {
      common.lines(terminal.of(series));
    }
  }

  private void asFile(Path file) {
    var name = file.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".svg") && !name.endsWith(".png")) {
      throw new Trouble(
          Exit.WRONG_USAGE,
          "unknown-picture",
          "what kind of picture is " + file + "?",
          "a name that ends in .svg or .png; without -o it is drawn in the terminal");
    }
    var picture = Story.of(series(IN_A_PICTURE));
    var bytes = name.endsWith(".svg") ? Svg.write(picture).getBytes(UTF_8) : Png.write(picture);
    Draft.write(file, out -> out.write(bytes));
    if (common.json()) {
      common.document(Json.object().put("file", file.toString()).put("bytes", bytes.length));
    } else {
      common.hint(life + " is drawn in " + file);
    }
  }

  private JsonNode series(int buckets) {
    var wire = common.wire();
    var path =
        Wire.life(life, "series")
            + "?buckets="
            + buckets
            + (from == null ? "" : "&from=" + Wire.encoded(from))
            + (to == null ? "" : "&to=" + Wire.encoded(to));
    return Suggestion.around(wire, List.of(life), () -> wire.get(path));
  }

  private int columns() {
    var said = common.console().environment().getOrDefault("COLUMNS", "");
    return said.matches("\\d{1,6}") ? Integer.parseInt(said) : USUAL_COLUMNS;
  }
}
