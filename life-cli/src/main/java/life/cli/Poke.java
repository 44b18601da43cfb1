package life.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
      "  life poke ada noise 0.2 --key order-17  say the same key again: still one stimulus"
    })
final class Poke implements Runnable {
  @Mixin final Common common;

  @Parameters(index = "0", paramLabel = "LIFE", description = "Whom: the name of a life.")
  String life = "";

  @Parameters(
      index = "1",
      paramLabel = "KIND",
      description = "What: a kind its world knows, such as shock.")
  String kind = "";

  @Parameters(index = "2", paramLabel = "INTENSITY", description = "How strong: from 0 to 1.")
  double intensity;

  @ArgGroup @Nullable Due due;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "Idempotency key. Default: a random one for each call.")
  @Nullable String key;

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
    if (!(intensity >= 0 && intensity <= 1)) {
      throw new Trouble(
          Exit.WRONG_USAGE,
          "bad-intensity",
          "an intensity of " + intensity + " is out of range",
          "give one from 0 (hardly there) to 1 (as strong as can be)");
    }
    var wire = common.wire();
    var sent = key == null ? UUID.randomUUID().toString() : key;
    var answer = send(wire, sent);
    if (!answer.ok()) {
      throw Suggestion.improve(Suggestion.improve(answer, kind), wire, life);
    }
    tell(answer.body(), sent);
  }

  private Answer send(Wire wire, String sent) {
    try {
      return common
          .patience()
          .ask(wire, () -> wire.post(Wire.life(life, "stimuli"), stimulus(), sent));
    } catch (Trouble trouble) {
      throw trouble.withHint(
          trouble.hint() + "; with --key " + sent + " it can be sent again and still counts once");
    }
  }

  private ObjectNode stimulus() {
    var body = Json.object().put("kind", kind).put("intensity", intensity);
    if (due != null && due.atTick != null) {
      body.put("atTick", due.atTick);
    } else if (due != null && due.inTicks != null) {
      body.put("inTicks", due.inTicks);
    }
    return body;
  }

  private void tell(ObjectNode receipt, String sent) {
    if (common.json()) {
      common.document(receipt.deepCopy().put("key", sent));
      return;
    }
    var tick = receipt.path("tick").asLong();
    var fallsDue = receipt.path("due").asLong(tick);
    var when = fallsDue > tick ? "waits for tick " + fallsDue : "reaches it at tick " + tick;
    common
        .console()
        .line(
            "%s: %s %s %s (fact %d)"
                .formatted(life, kind, intensity, when, receipt.path("seq").asLong()));
  }
}
