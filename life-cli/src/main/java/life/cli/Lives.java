package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** All lives of the server, living and dead. */
@Command(
    name = "lives",
    header = "List the lives, living and dead.",
    footer = {
      "%nExamples:",
      "  life lives",
      "  life lives --json | jq '.lives[] | select(.alive) | .id'"
    })
final class Lives implements Runnable {
  @Mixin final Common common;

  Lives(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    var lives = common.wire().lives();
    if (common.json()) {
      common.document(Json.object().set("lives", lives));
      return;
    }
    if (lives.isEmpty()) {
      common.hint("nobody is born yet: life born ada");
      return;
    }
    var paint = common.paint();
    var table = new Table(paint::strong, "NAME", "PHASE", ">AGE", ">ENERGY", "CAUSE OF DEATH");
    lives.forEach(life -> table.row(colour(paint, life), cells(life)));
    table.lines().forEach(common.console()::line);
  }

  private static String[] cells(JsonNode life) {
    return new String[] {
      life.path("id").asText("-"),
      phase(life),
      Age.of(life.path("age").asText("-")),
      Json.number(life.path("energy"), 1),
      fate(life)
    };
  }

  /** A life that is being recovered, or can't be, has no phase to show but a status. */
  private static String phase(JsonNode life) {
    return life.path("phase").asText(life.path("status").asText("-"));
  }

  private static String fate(JsonNode life) {
    return life.path("cause").isTextual()
        ? life.path("cause").asText()
        : life.path("why").asText("");
  }

  private static UnaryOperator<String> colour(Paint paint, JsonNode life) {
    var phase = life.path("phase").asText();
    return phase.equals("ALIVE") ? text -> text : text -> paint.phase(phase, text);
  }
}
