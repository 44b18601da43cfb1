package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How a life was at any moment of its past. */
@Command(
    name = "state",
    header = "Show how a life was at a moment of its past.",
    description = {
      "Without a moment: as it is now. " + Place.POINTS,
      "A path is dotted; what stands in a list is named by its place or by its kind, cue or name."
    },
    footer = {
      "%nExamples:",
      "  life state ada --seq 120               after fact 120",
      "  life state ada --age 1d2h30m           at this age",
      "  life state ada --at birth --path energy",
      "  life state ada --tick 600 --path memory.long"
    })
final class State implements Runnable {
  @Mixin final Common common;

  @Parameters(paramLabel = "LIFE", description = "Whose state.")
  String life = "";

  @ArgGroup @Nullable Moment moment;

  @Option(
      names = "--path",
      paramLabel = "PATH",
      description = "Only this value, such as energy, memory.long or laws.version.")
  @Nullable String path;

  /** At most one of them. */
  static final class Moment {
    @Option(names = "--seq", paramLabel = "N", description = "After the fact of this number.")
    @Nullable String seq;

    @Option(names = "--tick", paramLabel = "N", description = "At this tick of the life.")
    @Nullable String tick;

    @Option(names = "--age", paramLabel = "D", description = "At this age, such as 1d2h30m.")
    @Nullable String age;

    @Option(names = "--felt", paramLabel = "D", description = "When so much time was felt.")
    @Nullable String felt;

    @Option(
        names = "--time",
        paramLabel = "T",
        description = "At this time of the clock on the wall, in ISO-8601.")
    @Nullable String time;

    @Option(names = "--at", paramLabel = "POINT", description = "At any moment, see above.")
    @Nullable String at;

    String query() {
      return term("seq", seq)
          + term("tick", tick)
          + term("age", age)
          + term("felt", felt)
          + term("time", time)
          + term("at", at);
    }

    private static String term(String name, @Nullable String value) {
      return value == null ? "" : "&" + name + "=" + Wire.encoded(value);
    }
  }

  State(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    var wire = common.wire();
    var query =
        (moment == null ? "" : moment.query())
            + (path == null ? "" : "&path=" + Wire.encoded(path));
    var where = Wire.life(life, "state") + (query.isEmpty() ? "" : "?" + query.substring(1));
    var state = Suggestion.around(wire, List.of(life), () -> asked(wire, where, path));
    if (common.json()) {
      common.document(state);
    } else if (path == null) {
      portray(common, state);
    } else {
      var value = state.path("value");
      common.console().line(value.isContainerNode() ? Json.pretty(value) : Json.plain(value));
    }
  }

  /** What the server says; a misspelt path gets a hint. */
  static JsonNode asked(Wire wire, String where, @Nullable String path) {
    var answer = wire.ask(where);
    if (answer.ok()) {
      return answer.body();
    }
    throw Suggestion.improve(answer, path == null ? "" : path);
  }

  /** The moment, then the portrait. */
  static void portray(Common common, JsonNode state) {
    common.console().line(common.paint().faint(moment(state)));
    common.lines(new Portrait(common.paint(), common.bar()).of(state, Optional.empty()));
  }

  private static String moment(JsonNode state) {
    var moment =
        "after fact %s, at tick %s, %s old"
            .formatted(
                state.path("seq").asText("-"),
                state.path("tick").asText("-"),
                Age.of(state.path("age").asText("-")));
    var within = state.path("within");
    if (!within.isObject()) {
      return moment;
    }
    var span =
        "; within the quiet span from tick %s to %s that fact %s tells of, "
            .formatted(
                within.path("fromTick").asText("-"),
                within.path("toTick").asText("-"),
                within.path("seq").asText("-"));
    return moment
        + span
        + (within.path("livedAgain").asBoolean()
            ? "lived again up to here"
            : "not exact: its laws are not in this program, so it is as at the span's begin");
  }
}
