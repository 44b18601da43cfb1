package life.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A life as a file. */
@Command(
    name = "export",
    header = "Write a life into a file.",
    description = {
      "life: all of it, to be imported or verified elsewhere. jsonl: a fact a line. csv: a table for a spreadsheet.",
      "The file is there whole or not at all."
    },
    footer = {
      "%nExamples:",
      "  life export ada -o ada.life            for another Life, see `life import`",
      "  life export ada -o ada.csv --force     replaces the file",
      "  life export ada -o - --format jsonl | jq .type"
    })
final class Export implements Runnable {
  /** What a life can be written as. */
  enum Format {
    life,
    jsonl,
    csv
  }

  @Mixin final Common common;

  @Parameters(paramLabel = "LIFE", description = "Whose life.")
  String life = "";

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "Where it goes; - is stdout.")
  String output = "";

  @Option(
      names = "--format",
      paramLabel = "life|jsonl|csv",
      description = "Default: what the file's name ends in; life for stdout.")
  @Nullable Format format;

  @Option(names = "--force", description = "Replace the file if it is there.")
  boolean force;

  Export(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    var chosen = chosen();
    if (output.equals("-")) {
      toStdout(chosen);
    } else {
      toFile(Path.of(output), chosen);
    }
  }

  private void toStdout(Format chosen) {
    if (chosen == Format.life && common.console().terminal()) {
      throw new Trouble(
          Exit.WRONG_USAGE,
          "binary-to-terminal",
          "a .life file is not for reading on a terminal",
          "name a file with -o, or take --format jsonl");
    }
    fetch(
        chosen,
        (wire, path) -> {
          try {
            wire.download(path, common.console().bytes(), bytes -> {});
            common.console().bytes().flush();
          } catch (IOException e) {
            throw Console.lost(e);
          }
        });
  }

  private void toFile(Path file, Format chosen) {
    if (!force && Files.exists(file)) {
      throw new Trouble(
          Exit.FAILED,
          "file-exists",
          file + " is there already",
          "--force replaces it; or choose another name");
    }
    fetch(
        chosen,
        (wire, path) -> {
          long size;
          try (var progress = common.progress()) {
            size =
                Draft.write(
                    file,
                    out ->
                        wire.download(
                            path, out, bytes -> progress.at("bytes of " + life, bytes, 0)));
          }
          told(file, chosen, size);
        });
  }

  private interface Fetching {
    void from(Wire wire, String path);
  }

  private void fetch(Format chosen, Fetching how) {
    var wire = common.wire();
    var path = Wire.life(life, "export") + "?format=" + chosen;
    Suggestion.around(
        wire,
        List.of(life),
        () -> {
          how.from(wire, path);
          return life;
        });
  }

  private void told(Path file, Format chosen, long size) {
    if (common.json()) {
      common.document(
          Json.object()
              .put("life", life)
              .put("file", file.toString())
              .put("format", chosen.name())
              .put("bytes", size));
    } else {
      common.hint(life + " is written to " + file + ", " + size + " bytes");
    }
  }

  private Format chosen() {
    if (format != null) {
      return format;
    }
    if (output.equals("-")) {
      return Format.life;
    }
    var name = output.toLowerCase(Locale.ROOT);
    for (var one : Format.values()) {
      if (name.endsWith("." + one)) {
        return one;
      }
    }
    throw new Trouble(
        Exit.WRONG_USAGE,
        "unknown-format",
        "what shall " + output + " be?",
        "a name that ends in .life, .jsonl or .csv, or --format");
  }
}
