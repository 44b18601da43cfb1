package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What was noticed, in lines for reading.
 *
 * @param columns of the terminal; less than 40 are taken for 40
 */
record ObservationLines(Paint paint, int columns) {
  private static final int USUAL = 100;

  private static final int LEAST = 40;
  private static final String INDENT = "     ";

  ObservationLines {
    columns = Math.max(LEAST, columns);
  }

  /** As wide as the terminal is, if it says so. */
  static int columns(Console console) {
    var said = console.environment().getOrDefault("COLUMNS", "");
    return said.matches("\\d{1,4}") ? Integer.parseInt(said) : USUAL;
  }

  /** One observation: a heading, and what each of its signs says. */
  List<String> of(JsonNode one) {
    var lines = new ArrayList<String>();
    lines.add(heading(one));
    for (var sign : one.path("signs")) {
      var words = sign.path("kind").asText() + ": " + sign.path("words").asText();
      lines.addAll(wrapped(words + " " + facts(sign)));
    }
    return lines;
  }

  private String heading(JsonNode one) {
    var number = "%4d ".formatted(one.path("number").asInt());
    var severity = one.path("severity").asText();
    var begin = one.path("begin").path("age").asText("-");
    boolean isOpen = one.path("open").asBoolean();
    var until = isOpen ? one.path("changed") : one.path("end");
    var span = length(begin, until.path("age").asText("-"));
    return paint.strong(number)
        + severe(severity, "%-7s".formatted(severity))
        + "  from "
        + Age.of(begin)
        + (isOpen ? ", goes on, seen for " : " for ")
        + span;
  }

  /** In the colour of its severity. */
  String severe(String severity, String text) {
    return switch (severity) {
      case "alarm" -> paint.bad(text);
      case "warning" -> paint.warning(text);
      default -> text;
    };
  }

  private static String length(String begin, String end) {
    try {
      var length = Duration.parse(end).minus(Duration.parse(begin));
      return Age.of(length.isNegative() ? Duration.ZERO : length.truncatedTo(ChronoUnit.SECONDS));
    } catch (DateTimeException e) {
      return "-";
    }
  }

  /** The facts that show it: {@code (#12, #15)}. */
  static String facts(JsonNode sign) {
    var seqs = new TreeSet<Long>();
    sign.path("evidence").forEach(seq -> seqs.add(seq.asLong()));
    return seqs.stream().map(seq -> "#" + seq).collect(Collectors.joining(", ", "(", ")"));
  }

  private List<String> wrapped(String text) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder(INDENT);
    for (var word : text.split(" ", -1)) {
      if (line.length() > INDENT.length() && line.length() + word.length() >= columns) {
        lines.add(line.toString());
        line = new StringBuilder(INDENT);
      }
      line.append(line.length() > INDENT.length() ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
