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
    description = "Reads all that is in it. No Life may have it open.",
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
    return findings(found) == 0 ? Exit.DONE.code() : Exit.DAMAGED.code();
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
                findings(found) == 0
                    ? common.paint().good("whole")
                    : common.paint().bad(findings(found) + " findings")));
    for (var finding : found.path("findings")) {
      console.line(
          "  " + finding.path("where").asText("-") + ": " + finding.path("problem").asText("-"));
      console.line("    " + finding.path("remedy").asText("-"));
    }
    var hidden = findings(found) - found.path("findings").size();
    if (hidden > 0) {
      console.line("  and " + hidden + " more");
    }
  }

  private static long findings(JsonNode found) {
    return Math.max(found.path("findingsInAll").asLong(), found.path("findings").size());
  }
}
