package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Why a value is as it is. */
@Command(
    name = "why",
    header = "Tell why a value of a life is as it is.",
    description = {
      "The value, then what changed it, newest first, each with what caused it, down to what came from outside.",
      "Without @POINT: as it is now. " + Place.POINTS
    },
    footer = {
      "%nExamples:",
      "  life why ada energy                    why her energy is what it is",
      "  life why ada memory.long.0@age:2d      why this was her first memory",
      "  life why ada phase@120 --limit 1"
    })
final class Why implements Runnable {
  @Mixin final Common common;

  @Parameters(index = "0", paramLabel = "LIFE", description = "Whose value.")
  String life = "";

  @Parameters(
      index = "1",
      paramLabel = "PATH@POINT",
      description = "Which value, and when: a path as in `life state --path`.")
  String what = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most so many changes. Default: what the server finds fit.")
  @Nullable Long limit;

  Why(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    Show.check(limit, "--limit");
    var place = Place.of(what);
    var wire = common.wire();
    var path =
        "%s?path=%s&at=%s%s"
            .formatted(
                Wire.life(life, "why"),
                Wire.encoded(place.subject()),
                Wire.encoded(place.point()),
                limit == null ? "" : "&limit=" + limit);
    var why =
        Suggestion.around(wire, List.of(life), () -> State.asked(wire, path, place.subject()));
    if (common.json()) {
      common.document(why);
    } else {
      tell(why);
    }
  }

  private void tell(JsonNode why) {
    var console = common.console();
    console.line(
        "%s: %s is %s after fact %s, at tick %s"
            .formatted(
                why.path("life").asText(life),
                common.paint().strong(why.path("path").asText("-")),
                Json.orNothing(why.path("value")),
                why.path("seq").asText("-"),
                why.path("tick").asText("-")));
    for (var change : why.path("changes")) {
      console.line(
          "%s -> %s  %s"
              .formatted(
                  Json.orNothing(change.path("before")),
                  Json.orNothing(change.path("after")),
                  fact(change)));
      causes(change, "  ");
    }
    if (why.path("changes").isEmpty()) {
      console.line("nothing has changed it since it was born");
    } else if (!why.path("complete").asBoolean(true)) {
      common.hint("there were earlier changes; a larger --limit tells more of them");
    }
  }

  private void causes(JsonNode effect, String indent) {
    var branch = common.console().unicode() ? "└ " : "\\ ";
    for (var cause : effect.path("causes")) {
      var outside = cause.path("input").asBoolean() ? common.paint().faint("  (from outside)") : "";
      common.console().line(indent + branch + "because " + fact(cause) + outside);
      causes(cause, indent + "  ");
    }
  }

  private String fact(JsonNode fact) {
    var when =
        "#%s, %s old".formatted(fact.path("seq").asText("-"), Age.of(fact.path("age").asText("-")));
    return FactLine.words(fact) + "  " + common.paint().faint("(" + when + ")");
  }
}
