package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An hour, a day or a whole life, told as a story. */
@Command(
    name = "tell",
    header = "Tell an hour, a day or the whole of a life as a story.",
    description = {
      "Without an option: the day in which the life is, or its last one.",
      "Every statement is followed by the numbers of the facts that it rests on; `life show LIFE --from N` shows them.",
      "Days and hours are the being's own, counted from 1 at its birth; its day begins at 00:00 with the hour of its birth."
    },
    footer = {
      "%nExamples:",
      "  life tell ada                          her day so far",
      "  life tell ada --day 3",
      "  life tell ada --life                   all of it, in chapters",
      "  life tell ada --hour 30 --json"
    })
final class Tell implements Runnable {
  private static final int USUAL_COLUMNS = 80;
  private static final int LEAST_COLUMNS = 30;
  private static final int MOST_COLUMNS = 100;

  @Mixin final Common common;

  @Parameters(paramLabel = "LIFE", description = "Whose life.")
  String life = "";

  @ArgGroup @Nullable Part part;

  /** How much of it; one of these. */
  static final class Part {
    @Option(names = "--hour", paramLabel = "N", description = "Its hour N, counted from 1.")
    @Nullable Long hour;

    @Option(names = "--day", paramLabel = "N", description = "Its day N, counted from 1.")
    @Nullable Long day;

    @Option(names = "--life", description = "All of it.")
    boolean whole;
  }

  Tell(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    var path = Wire.life(life, "tell") + question();
    var wire = common.wire();
    var tale = Suggestion.around(wire, List.of(life), () -> wire.get(path));
    if (common.json()) {
      common.document(tale);
    } else {
      common.lines(lines(tale));
    }
  }

  private String question() {
    if (part == null) {
      return "?of=day";
    }
    if (part.whole) {
      return "?of=life";
    }
    Long number = part.hour == null ? part.day : part.hour;
    Show.check(number, part.hour == null ? "--day" : "--hour");
    return "?of=" + (part.hour == null ? "day" : "hour") + "&number=" + number;
  }

  private List<String> lines(JsonNode tale) {
    var lines = new ArrayList<String>();
    lines.add(common.paint().strong(tale.path("title").asText(life)));
    for (var paragraph : tale.path("paragraphs")) {
      lines.add("");
      var title = paragraph.path("title").asText("");
      if (!title.isEmpty()) {
        lines.add(common.paint().strong(title));
      }
      var text = new Wrapped(columns());
      for (var statement : paragraph.path("statements")) {
        text.words(statement.path("words").asText("?"), word -> word);
        text.words(facts(statement.path("facts")), common.paint()::faint);
      }
      lines.addAll(text.lines());
    }
    return lines;
  }

  private static String facts(JsonNode seqs) {
    var all = new ArrayList<String>();
    seqs.forEach(seq -> all.add("#" + seq.asText()));
    return "(" + String.join(", ", all) + ")";
  }

  private int columns() {
    var said = common.console().environment().getOrDefault("COLUMNS", "");
    int columns = said.matches("\\d{1,6}") ? Integer.parseInt(said) : USUAL_COLUMNS;
    return Math.clamp(columns, LEAST_COLUMNS, MOST_COLUMNS);
  }
}
