package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What distinguishes two moments, of one life or of two. */
@Command(
    name = "diff",
    header = "Compare two moments, of one life or of two.",
    description = {
      "A life alone is meant as it is now. " + Place.POINTS,
      "With --json: the JSON Patch (RFC 6902) that makes the first state the second.",
      "Ends with 0 whether they are the same or not."
    },
    footer = {
      "%nExamples:",
      "  life diff ada@120 ada                  what has changed since fact 120",
      "  life diff ada@age:1d eve@age:1d        two lives at the same age",
      "  life diff ada@birth ada@head --json"
    })
final class Diff implements Runnable {
  private static final int WIDEST = 40;

  @Mixin final Common common;

  @Parameters(index = "0", paramLabel = "LIFE@POINT", description = "The one moment.")
  String first = "";

  @Parameters(index = "1", paramLabel = "LIFE2@POINT", description = "The other.")
  String second = "";

  Diff(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    var a = Place.of(first);
    var b = Place.of(second);
    var wire = common.wire();
    var path =
        "%s?at=%s&with=%s&to=%s"
            .formatted(
                Wire.life(a.subject(), "diff"),
                Wire.encoded(a.point()),
                Wire.encoded(b.subject()),
                Wire.encoded(b.point()));
    var diff = Suggestion.around(wire, List.of(a.subject(), b.subject()), () -> wire.get(path));
    if (common.json()) {
      common.document(diff.path("patch"));
    } else if (diff.path("same").asBoolean()) {
      common.console().line("the same: " + named(diff.path("a")) + " and " + named(diff.path("b")));
    } else {
      tell(diff);
    }
  }

  private void tell(JsonNode diff) {
    var paint = common.paint();
    var table =
        new Table(paint::strong, "FIELD", ">" + named(diff.path("a")), ">" + named(diff.path("b")));
    for (var difference : diff.path("differences")) {
      table.row(
          text -> text,
          difference.path("path").asText("-"),
          cell(difference.path("a")),
          cell(difference.path("b")));
    }
    common.lines(table.lines());
  }

  private static String named(JsonNode side) {
    return "%s@%s (%s)"
        .formatted(
            side.path("life").asText("-"),
            side.path("seq").asText("-"),
            Age.of(side.path("age").asText("-")));
  }

  private static String cell(JsonNode value) {
    var text = Json.plain(value);
    return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 3) + "...";
  }
}
