package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What a verification has found, for people and for the shell. */
enum Verdict {
  EQUAL("equal", 0),
  NOT_COMPARABLE("not-comparable", 3),
  DIVERGED("diverged", 1),
  CORRUPT("corrupt", 2);

  private final String word;
  private final int exit;

  Verdict(String word, int exit) {
    this.word = word;
    this.exit = exit;
  }

  /** The exit code that says so. */
  int exit() {
    return exit;
  }

  /** The graver of the two; the order of declaration is that of gravity. */
  Verdict or(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }

  static Verdict of(JsonNode result) {
    var word = result.path("verdict").asText();
    for (var verdict : values()) {
      if (verdict.word.equals(word)) {
        return verdict;
      }
    }
    throw new Trouble(
        Exit.FAILED,
        "unknown-verdict",
        "the verdict \"" + word + "\" is not known here",
        "is the server of a newer version? update this program");
  }

  /** The result that a refusal stands for, if it is one about the life and not about the asking. */
  static ObjectNode of(String life, Trouble trouble) {
    var result = Json.object().put("life", life);
    return switch (trouble.code()) {
      case "journal-damaged", "life-file-damaged" -> {
        result
            .put("verdict", CORRUPT.word)
            .putObject("damage")
            .put("problem", trouble.message())
            .put("remedy", trouble.hint());
        yield result;
      }
      case "not-comparable" ->
          result.put("verdict", NOT_COMPARABLE.word).put("why", trouble.message());
      default -> throw trouble;
    };
  }

  /** One line, and more where something is wrong. */
  static List<String> lines(JsonNode result, double perSecond, Paint paint) {
    var lines = new ArrayList<String>();
    var life = result.path("life").asText("-") + ": ";
    switch (of(result)) {
      case EQUAL -> lines.add(life + paint.good("equal") + "; " + compared(result, perSecond));
      case NOT_COMPARABLE ->
          lines.add(life + paint.warning("not comparable") + "; " + laws(result));
      case DIVERGED -> diverged(lines, life + paint.bad("diverged"), result);
      case CORRUPT -> corrupt(lines, life + paint.bad("corrupt"), result.path("damage"));
    }
    return lines;
  }

  private static String compared(JsonNode result, double perSecond) {
    var after = result.path("after").asLong();
    return "%d of %d facts compared%s (%d inputs, %d marks, %d ticks lived again%s)"
        .formatted(
            result.path("compared").asLong(),
            result.path("told").asLong(),
            after > 0 ? " after fact " + after : "",
            result.path("inputs").asLong(),
            result.path("marks").asLong(),
            result.path("ticks").asLong(),
            perSecond > 0 ? ", " + Progress.count(perSecond) + " facts/s" : "");
  }

  private static String laws(JsonNode result) {
    return result.path("lawsVersion").isNumber()
        ? "it was lived under laws %s, which are not in this program; %s of %s facts compared"
            .formatted(
                result.path("lawsVersion").asText(),
                result.path("compared").asText("0"),
                result.path("told").asText("0"))
        : result.path("why").asText("it was lived under laws that are not in this program");
  }

  private static void diverged(List<String> lines, String head, JsonNode result) {
    var divergence = result.path("divergence");
    lines.add(
        "%s at fact %s (%s), in %s"
            .formatted(
                head,
                divergence.path("seq").asText("-"),
                divergence.path("type").asText("-"),
                divergence.path("field").asText("-")));
    lines.add("  the laws make   " + Json.orNothing(divergence.path("expected")));
    lines.add("  the record says " + Json.orNothing(divergence.path("recorded")));
    lines.add(
        "  caused by fact %s; %s"
            .formatted(divergence.path("cause").asText("-"), divergence.path("words").asText("-")));
  }

  private static void corrupt(List<String> lines, String head, JsonNode damage) {
    var where = damage.path("where").asText("");
    lines.add(
        head + (where.isEmpty() ? "" : " at " + where) + "; " + damage.path("problem").asText("-"));
    if (damage.path("remedy").isTextual()) {
      lines.add("  " + damage.path("remedy").asText());
    }
  }
}
