package life.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** How the server is, or one life. */
@Command(
    name = "status",
    header = "Show how a life is now, or the server.",
    footer = {
      "%nExamples:",
      "  life status            the server, its time, how many live",
      "  life status ada        how ada is doing, her vitals, age and what waits for her",
      "  life status ada --json | jq .vitals.energy"
    })
final class Status implements Runnable {
  @Mixin final Common common;

  @Parameters(
      arity = "0..1",
      paramLabel = "LIFE",
      description = "Whose state. Without it: the server's.")
  @Nullable String life;

  Status(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    var wire = common.wire();
    if (life == null) {
      ofServer(wire);
    } else {
      ofLife(wire, life);
    }
  }

  private void ofLife(Wire wire, String name) {
    ObjectNode state;
    try {
      state = wire.get(Wire.life(name));
    } catch (Trouble trouble) {
      throw Suggestion.improve(trouble, wire, name);
    }
    if (common.json()) {
      common.document(state);
    } else {
      new Portrait(common.paint(), common.bar())
          .of(state, Doing.of(wire, name))
          .forEach(common.console()::line);
    }
  }

  private void ofServer(Wire wire) {
    var time = wire.get("/v1/time");
    var living = 0;
    var dead = 0;
    var other = 0;
    for (var one : wire.lives()) {
      if (one.path("alive").asBoolean()) {
        living++;
      } else if (one.has("alive")) {
        dead++;
      } else {
        other++;
      }
    }
    if (common.json()) {
      var document =
          Json.object()
              .put("url", wire.base().toString())
              .put("living", living)
              .put("dead", dead)
              .put("other", other);
      document.set("time", time);
      common.document(document);
      return;
    }
    var console = common.console();
    console.line(common.paint().good("running") + " at " + wire.base());
    console.line("  time   " + Time.words(time));
    console.line("  lives  " + living + " living, " + dead + " dead" + recovering(other));
    if (living + dead + other == 0) {
      common.hint("nobody is born yet: life born ada");
    }
  }

  /** Lives whose state is not known now; {@code life lives} tells which and why. */
  private static String recovering(int other) {
    return other == 0 ? "" : ", " + other + " being recovered or damaged (see `life lives`)";
  }
}
