package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How a life would have gone, had something been different. */
@Command(
    name = "what-if",
    header = "Live a life from a moment on as it might have been.",
    description = {
      "The life itself is not touched. Without --at: right before the first --drop, or from now on. "
          + Place.POINTS,
      "--put takes 'KIND INTENSITY @WHEN': @+10 is ten ticks after the point, @+2h a span after it, @600 at tick 600;"
          + " without @ it comes at the point."
    },
    footer = {
      "%nExamples:",
      "  life what-if ada --drop 120                 had the stimulus of fact 120 not come",
      "  life what-if ada --at age:1d --put 'shock 0.9 @+10' --until +3d",
      "  life what-if ada --set laws.energy-per-hour=2.5 --until 7d --seeds 50",
      "  life what-if ada --drop 120 --keep eve      and let that being live on"
    })
final class WhatIf implements Runnable {
  private static final double NANOS = 1e9;

  @Mixin final Common common;

  @Parameters(paramLabel = "LIFE", description = "Whose life.")
  String life = "";

  @Option(names = "--at", paramLabel = "POINT", description = "Where the two lives part.")
  @Nullable String at;

  @Option(
      names = "--drop",
      paramLabel = "SEQ",
      description = "Leave out what came from outside with this fact.")
  List<Long> drop = new ArrayList<>();

  @Option(names = "--put", paramLabel = "STIMULUS", description = "Add a stimulus, see above.")
  List<String> put = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Change a law, such as laws.energy-per-hour=2.5.")
  List<String> set = new ArrayList<>();

  @Option(
      names = "--until",
      paramLabel = "D",
      description = "Up to this age, such as 3d; with + so long after the point, such as +3d.")
  @Nullable String until;

  @Option(
      names = "--seeds",
      paramLabel = "K",
      description = "Also in K worlds with another chance each: was it luck?")
  @Nullable Integer seeds;

  @Option(
      names = "--keep",
      paramLabel = "NAME",
      description = "Keep the other being under this name; it lives on.")
  @Nullable String keep;

  WhatIf(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    var wire = common.wire(keep != null);
    var result =
        Suggestion.around(
            wire,
            List.of(life),
            () -> {
              var body = body(wire);
              var begun = wire.post(Wire.life(life, "branches"), body);
              if (!begun.ok()) {
                throw Suggestion.improve(begun, wrongKind(begun, body));
              }
              return new Working(common, wire, "what if " + life).result(begun);
            });
    if (common.json()) {
      common.document(result);
      return;
    }
    common.lines(new Parting(common.paint()).of(life, result));
    if (result.path("seeds").isObject()) {
      common.console().line("");
      common.lines(new Luck(common.paint(), common.console().unicode()).of(result.path("seeds")));
    }
    if (result.path("kept").isTextual()) {
      var kept = result.path("kept").asText();
      common.console().line(kept + " is kept and lives on");
      common.hint("next: life status " + kept + ", or life diff " + life + " " + kept);
    }
  }

  private ObjectNode body(Wire wire) {
    var body = Json.object();
    if (at != null) {
      body.put("at", at);
    }
    if (!drop.isEmpty()) {
      drop.forEach(body.putArray("drop")::add);
    }
    if (!put.isEmpty()) {
      var stimuli = body.putArray("put");
      put.forEach(text -> stimuli.add(Put.of(text, () -> tickSeconds(wire))));
    }
    if (!set.isEmpty()) {
      var laws = body.putObject("set");
      set.forEach(text -> set(laws, text));
    }
    if (until != null) {
      var relative = until.startsWith("+");
      var span = Span.of(relative ? until.substring(1) : until, "--until");
      body.putObject("until").put("seconds", seconds(span)).put("fromPoint", relative);
    }
    if (seeds != null) {
      body.put("seeds", seeds);
    }
    if (keep != null) {
      body.put("keep", keep);
    }
    return body;
  }

  private static void set(ObjectNode laws, String text) {
    var sign = text.indexOf('=');
    if (sign < 1 || sign == text.length() - 1) {
      throw new Trouble(
          Exit.WRONG_USAGE,
          "bad-set",
          "--set \"" + text + "\" is not NAME=VALUE",
          "write it like --set laws.energy-per-hour=2.5");
    }
    laws.put(text.substring(0, sign).strip(), text.substring(sign + 1).strip());
  }

  private static String wrongKind(Answer refusal, JsonNode body) {
    var known = Problem.known(refusal.body());
    for (var stimulus : body.path("put")) {
      if (!known.contains(stimulus.path("kind").asText())) {
        return stimulus.path("kind").asText();
      }
    }
    return "";
  }

  /** As the laws say; else what the age and its ticks make of it. */
  private double tickSeconds(Wire wire) {
    var state = wire.get(Wire.life(life));
    for (var name : List.of("tickSeconds", "tick-seconds")) {
      if (state.path("laws").path(name).asDouble() > 0) {
        return state.path("laws").path(name).asDouble();
      }
    }
    var ticks = state.path("tick").asLong();
    var age = age(state);
    if (ticks > 0 && age > 0) {
      return age / ticks;
    }
    throw new Trouble(
        Exit.FAILED,
        "no-tick-length",
        "how long a tick of " + life + " is can't be told yet",
        "write --put in ticks, such as @+10");
  }

  private static double age(JsonNode state) {
    try {
      return seconds(Duration.parse(state.path("age").asText()));
    } catch (DateTimeException e) {
      return 0;
    }
  }

  private static double seconds(Duration span) {
    return span.toSeconds() + span.toNanosPart() / NANOS;
  }
}
