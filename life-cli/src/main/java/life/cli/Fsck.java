package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Whether a data directory is whole. */
@Command(
    name = "fsck",
    header = "Look for damage in a data directory, and change nothing.",
    description = {
      "Reads all that is in it, also while a Life lives there.",
      "Ends with 6 if there is damage; what is only worth knowing is told as a note and is none."
    },
    footer = {"%nExamples:", "  life fsck data", "  life fsck data --json | jq '.findings[]'"})
final class Fsck implements Callable<Integer> {
  @Mixin final Speaking speaking;

  private final Common common;

  @Parameters(paramLabel = "DIR", description = "The data directory.")
  Path directory = Path.of("");

  Fsck(Common common) {
    this.common = common;
    this.speaking = common.speaking;
  }

  @Override
  public Integer call() {
    JsonNode found;
    try (var progress = common.progress()) {
      found =
          common
              .inside()
              .check(directory, (done, all) -> progress.at("reading " + directory, done, all));
    }
    if (common.json()) {
      common.document(found);
    } else {
      tell(found);
    }
    return whole(found) ? Exit.DONE.code() : Exit.DAMAGED.code();
  }

  private void tell(JsonNode found) {
    var console = common.console();
    console.line(
        "%s: %s lives, %s facts, %s rows in %s tables, %s bytes; %s"
            .formatted(
                found.path("directory").asText(directory.toString()),
                found.path("lives").asText("-"),
                found.path("facts").asText("-"),
                found.path("rows").asText("-"),
                found.path("tables").asText("-"),
                found.path("bytes").asText("-"),
                whole(found) ? common.paint().good("whole") : common.paint().bad("damaged")));
    for (var finding : found.path("findings")) {
      var note = finding.path("weight").asText().equals("note") ? "note: " : "";
      console.line(
          "  "
              + note
              + finding.path("where").asText("-")
              + ": "
              + finding.path("problem").asText("-"));
      console.line("    " + finding.path("remedy").asText("-"));
    }
    var hidden = findings(found) - found.path("findings").size();
    if (hidden > 0) {
      console.line("  and " + hidden + " more");
    }
  }

  private static boolean whole(JsonNode found) {
    return found.path("whole").asBoolean(findings(found) == 0);
  }

  private static long findings(JsonNode found) {
    return Math.max(found.path("findingsInAll").asLong(), found.path("findings").size());
  }
}
