package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends a stimulus, and makes sure that it arrives exactly once. */
@Command(
    name = "poke",
    header = "Send a stimulus to a life.",
    description = {
      "The answer says under which number the stimulus is written down; from then on nothing loses it.",
      "If the connection breaks or the server asks to wait, it is sent again with the same key,"
          + " so that it counts once."
    },
    footer = {
      "%nExamples:",
      "  life poke ada shock 0.9                 now",
      "  life poke ada recovery 0.5 --in-ticks 60    when 60 more ticks have been lived",
      "  life poke ada noise 0.2 --key order-17  say the same key again: still one stimulus",
      "  life poke ada noise 0.2 --meta room=kitchen     kept with the stimulus in its fact",
      "  life poke ada --file stimuli.ndjson     a line each: {\"kind\":\"noise\",\"intensity\":0.2}"
    })
final class Poke implements Runnable {
  @Mixin final Common common;

  @Parameters(index = "0", paramLabel = "LIFE", description = "Whom: the name of a life.")
  String life = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "KIND",
      description = "What: a kind its world knows, such as shock.")
  @Nullable String kind;

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "INTENSITY",
      description = "How strong: from 0 to 1.")
  @Nullable Double intensity;

  @ArgGroup @Nullable Due due;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "Idempotency key. Default: a random one for each call.")
  @Nullable String key;

  @Option(
      names = "--meta",
      paramLabel = "NAME=TEXT",
      description = "Said about it, and kept in its fact; may be given up to 16 times.")
  Map<String, String> meta = new LinkedHashMap<>();

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description =
          "Many stimuli, a JSON object on each line, - for what is piped in. Instead of KIND and INTENSITY.")
  @Nullable String file;

  /** At most one of the two. */
  static final class Due {
    @Option(names = "--at-tick", paramLabel = "N", description = "Due at this tick of the life.")
    @Nullable Long atTick;

    @Option(names = "--in-ticks", paramLabel = "N", description = "Due this many ticks from now.")
    @Nullable Long inTicks;
  }

  Poke(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    var sent = key == null ? UUID.randomUUID().toString() : key;
    if (file != null) {
      requireNothingElse();
      new PokeLines(common, life, sent).send(file);
    } else if (kind == null || intensity == null) {
      throw new Trouble(
          Exit.WRONG_USAGE,
          "no-stimulus",
          "it is not said what to send",
          "give a kind and an intensity, such as `life poke "
              + life
              + " shock 0.9`, or --file FILE");
    } else {
      one(kind, intensity, sent);
    }
  }

  private void requireNothingElse() {
    if (kind != null || due != null || !meta.isEmpty()) {
      throw new Trouble(
          Exit.WRONG_USAGE,
          "two-sources",
          "with --file, the stimuli and all about them stand in the file",
          "leave out the kind, --at-tick, --in-ticks and --meta");
    }
  }

  private void one(String kind, double intensity, String sent) {
    if (!(intensity >= 0 && intensity <= 1)) {
      throw new Trouble(
          Exit.WRONG_USAGE,
          "bad-intensity",
          "an intensity of " + intensity + " is out of range",
          "give one from 0 (hardly there) to 1 (as strong as can be)");
    }
    var wire = common.wire();
    var answer = send(wire, stimulus(kind, intensity), sent);
    if (!answer.ok()) {
      throw Suggestion.improve(Suggestion.improve(answer, kind), wire, life);
    }
    tell(kind + " " + intensity, answer.body(), sent);
  }

  private Answer send(Wire wire, ObjectNode stimulus, String sent) {
    try {
      return common
          .patience()
          .ask(wire, () -> wire.post(Wire.life(life, "stimuli"), stimulus, sent));
    } catch (Trouble trouble) {
      throw trouble.withHint(
          trouble.hint() + "; with --key " + sent + " it can be sent again and still counts once");
    }
  }

  private ObjectNode stimulus(String kind, double intensity) {
    var body = Json.object().put("kind", kind).put("intensity", intensity);
    if (due != null && due.atTick != null) {
      body.put("atTick", due.atTick);
    } else if (due != null && due.inTicks != null) {
      body.put("inTicks", due.inTicks);
    }
    if (!meta.isEmpty()) {
      meta.forEach(body.putObject("metadata")::put);
    }
    return body;
  }

  private void tell(String what, ObjectNode receipt, String sent) {
    if (common.json()) {
      common.document(receipt.deepCopy().put("key", sent));
      return;
    }
    common.console().line("%s: %s %s".formatted(life, what, arrival(receipt)));
  }

  /** When it reaches the being, and where that is written down. */
  static String arrival(JsonNode receipt) {
    var tick = receipt.path("tick").asLong();
    var fallsDue = receipt.path("due").asLong(tick);
    var when = fallsDue > tick ? "waits for tick " + fallsDue : "reaches it at tick " + tick;
    return "%s (fact %d)".formatted(when, receipt.path("seq").asLong());
  }
}
