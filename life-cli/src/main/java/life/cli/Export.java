package life.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

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
      "--html: its story as a page for people, in one file that needs neither network nor scripts.",
      "The file is there whole or not at all."
    },
    footer = {
      "%nExamples:",
      "  life export ada -o ada.life            for another Life, see `life import`",
      "  life export ada -o ada.csv --force     replaces the file",
      "  life export ada -o - --format jsonl | jq .type",
      "  life export ada --html story.html      her story, to read, to print and to send",
      "  life export ada --html story.html --with lea   and lea laid over it, dashed: a what-if that was kept"
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
      paramLabel = "FILE",
      description = "Where it goes; - is stdout.")
  @Nullable String output;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write its story as a page there; - is stdout. Instead of -o.")
  @Nullable String html;

  @Option(
      names = "--with",
      paramLabel = "OTHER",
      description = "With --html: a branch of it, or another life, is laid over its course.")
  @Nullable String with;

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
    requireOneForm();
    if (html != null) {
      page(html);
      return;
    }
    var to = String.valueOf(output);
    var chosen = chosen(to);
    if (to.equals("-")) {
      toStdout(chosen);
    } else {
      toFile(Path.of(to), chosen);
    }
  }

  private void requireOneForm() {
    if ((output == null) == (html == null)) {
      throw wrong(
          output == null ? "no-file" : "two-files",
          output == null ? "it is not said where it goes" : "-o and --html both say where it goes",
          "give -o FILE for the facts, or --html FILE for a page");
    }
    if (html == null && with != null) {
      throw wrong("no-page", "--with is for a page", "add --html FILE");
    }
    if (html != null && format != null) {
      throw wrong("two-forms", "--html is a form by itself", "leave out --format, or give -o FILE");
    }
  }

  private static Trouble wrong(String code, String what, String hint) {
    return new Trouble(Exit.WRONG_USAGE, code, what, hint);
  }

  private void page(String to) {
    if (to.equals("-")) {
      common.console().line(pageText().stripTrailing());
      return;
    }
    var file = Path.of(to);
    requireFree(file);
    var bytes = pageText().getBytes(UTF_8);
    Draft.write(file, out -> out.write(bytes));
    told(file, "html", bytes.length);
  }

  private String pageText() {
    var wire = common.wire();
    var lives = with == null ? List.of(life) : List.of(life, with);
    return StoryPage.of(Suggestion.around(wire, lives, () -> StorySources.of(wire, life, with)));
  }

  private void requireFree(Path file) {
    if (!force && Files.exists(file)) {
      throw new Trouble(
          Exit.FAILED,
          "file-exists",
          file + " is there already",
          "--force replaces it; or choose another name");
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
    requireFree(file);
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
          told(file, chosen.name(), size);
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

  private void told(Path file, String chosen, long size) {
    if (common.json()) {
      common.document(
          Json.object()
              .put("life", life)
              .put("file", file.toString())
              .put("format", chosen)
              .put("bytes", size));
    } else {
      common.hint(life + " is written to " + file + ", " + size + " bytes");
    }
  }

  private Format chosen(String to) {
    if (format != null) {
      return format;
    }
    if (to.equals("-")) {
      return Format.life;
    }
    var name = to.toLowerCase(Locale.ROOT);
    for (var one : Format.values()) {
      if (name.endsWith("." + one)) {
        return one;
      }
    }
    throw new Trouble(
        Exit.WRONG_USAGE,
        "unknown-format",
        "what shall " + to + " be?",
        "a name that ends in .life, .jsonl or .csv, or --format; for a page, --html FILE");
  }
}
