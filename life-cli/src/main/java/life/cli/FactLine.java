package life.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** One fact of a life, as a line in plain words or as a document. */
final class FactLine {
  private FactLine() {}

  static void tell(Common common, JsonNode fact) {
    if (common.json()) {
      common.document(fact);
      return;
    }
    var seq = "%7d".formatted(fact.path("seq").asLong());
    var age = "%14s".formatted(Age.of(fact.path("age").asText("-")));
    common.console().line(common.paint().faint(seq + " " + age) + "  " + words(fact));
  }

  /** A fact without words is told by its type, never left out: the numbers have no gaps. */
  static String words(JsonNode fact) {
    return fact.path("words").asText(fact.path("type").asText("?"));
  }
}
