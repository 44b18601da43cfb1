package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Where a life and the one that might have been part, and how both end. */
record Parting(Paint paint) {
  private static final int HASH = 12;

  List<String> of(String life, JsonNode result) {
    var lines = new ArrayList<String>();
    var at = result.path("at");
    lines.add(
        "%s from fact %s on, %s old, until %s"
            .formatted(
                paint.strong(result.path("parent").asText(life)),
                at.path("seq").asText("-"),
                age(at),
                age(result.path("until"))));
    lines.add(parted(result.path("parted")));
    if (result.path("foreseen").asBoolean()) {
      lines.add("the end of " + life + " is foreseen: it has not come so far yet");
    }
    lines.addAll(ends(life, result.path("ends")));
    return lines;
  }

  private static String parted(JsonNode parted) {
    return parted.isObject()
        ? "they part at tick %s, %s old, with fact %s"
            .formatted(parted.path("tick").asText("-"), age(parted), parted.path("seq").asText("-"))
        : "they are the same: nothing of it made a difference";
  }

  private List<String> ends(String life, JsonNode ends) {
    var table = new Table(paint::strong, "AT THE END", ">" + life, ">WHAT IF");
    var parent = ends.path("parent");
    var branch = ends.path("branch");
    row(table, "phase", phase(parent), phase(branch));
    row(table, "age", age(parent), age(branch));
    row(table, "felt as", felt(parent), felt(branch));
    for (var name : List.of("energy", "stability", "integrity", "drive", "arousal")) {
      int decimals = name.equals("energy") ? 1 : 2;
      row(
          table,
          name,
          Json.number(parent.path(name), decimals),
          Json.number(branch.path(name), decimals));
    }
    row(table, "sleep", sleep(parent), sleep(branch));
    row(
        table,
        "memories",
        parent.path("memories").asText("-"),
        branch.path("memories").asText("-"));
    row(table, "state", hash(parent), hash(branch));
    return table.lines();
  }

  private static void row(Table table, String name, String parent, String branch) {
    table.row(text -> text, name, parent, branch);
  }

  private static String phase(JsonNode end) {
    var cause = end.path("cause");
    return end.path("phase").asText("-") + (cause.isTextual() ? " of " + cause.asText() : "");
  }

  private static String age(JsonNode moment) {
    return Age.of(moment.path("age").asText("-"));
  }

  private static String felt(JsonNode end) {
    return Age.of(end.path("subjectiveAge").asText("-"));
  }

  private static String sleep(JsonNode end) {
    return end.path("asleep").asBoolean() ? "asleep" : "awake";
  }

  private static String hash(JsonNode end) {
    var hash = end.path("hash").asText("-");
    return hash.substring(0, Math.min(HASH, hash.length()));
  }
}
