package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How fast time flows. */
@Command(
    name = "time",
    header = "Show or change how fast time flows.",
    description =
        "Without options it shows the time. Several changes are made in the order: speed, pause or resume, step.",
    footer = {
      "%nExamples:",
      "  life time                  how fast it flows",
      "  life time --speed 100      a hundred times as fast as the clock on the wall",
      "  life time --pause --step 10   stand still, then let ten ticks pass"
    })
final class Time implements Runnable {
  @Mixin final Common common;

  @Option(
      names = "--speed",
      paramLabel = "X",
      description = "Times as fast as the wall clock, 1 to 100000.")
  @Nullable Double speed;

  @ArgGroup @Nullable Flow flow;

  @Option(
      names = "--step",
      paramLabel = "N",
      description = "Let N ticks pass while time is paused.")
  @Nullable Long step;

  /** At most one of the two. */
  static final class Flow {
    @Option(names = "--pause", description = "Let time stand still.")
    boolean pause;

    @Option(names = "--resume", description = "Let time flow again.")
    boolean resume;
  }

  Time(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    var wire = common.wire();
    var changes = changes();
    ObjectNode time = null;
    for (var change : changes) {
      time = wire.put("/v1/time", change);
    }
    if (time == null) {
      time = wire.get("/v1/time");
    }
    if (common.json()) {
      common.document(time);
    } else {
      common.console().line(words(time));
    }
  }

  private List<ObjectNode> changes() {
    var changes = new ArrayList<ObjectNode>();
    if (speed != null) {
      changes.add(Json.object().put("speed", speed));
    }
    if (flow != null) {
      changes.add(Json.object().put("paused", flow.pause));
    }
    if (step != null) {
      changes.add(Json.object().put("step", step));
    }
    return changes;
  }

  static String words(JsonNode time) {
    var speed =
        time.path("speed").decimalValue().stripTrailingZeros().toPlainString() + "× the wall clock";
    return time.path("paused").asBoolean()
        ? "paused (" + speed + " when it flows)"
        : "flows at " + speed;
  }
}
