package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the monitor noticed in a life. */
@Command(
    name = "observations",
    header = "Read what was noticed in a life: what is unusual for this being, and why.",
    description = {
      "Each observation is one cause, from its begin to its end: its number and severity, when in the life, how long, why it is"
          + " unusual, and the facts that show it.",
      "With --json: one JSON document a line; with --follow each new version of an observation is one."
    },
    footer = {
      "%nExamples:",
      "  life observations ada                      all that was noticed so far",
      "  life observations ada --open               what goes on now",
      "  life observations ada --severity warning --kind flood,silence",
      "  life observations ada --follow             and go on as she lives, until Ctrl-C or her death",
      "  life observations ada --at age:2d          as it was known when she was two days old"
    })
final class Observations implements Runnable {
  @Mixin final Common common;

  @Parameters(paramLabel = "LIFE", description = "Whose life.")
  String life = "";

  @Option(
      names = "--kind",
      split = ",",
      paramLabel = "K",
      description = "A kind of sign, such as flood, silence or lost-sleep.")
  List<String> kinds = new ArrayList<>();

  @Option(
      names = "--severity",
      paramLabel = "S",
      description = "So severe or more: notice, warning or alarm.")
  @Nullable String severity;

  @Option(names = "--open", description = "Only what goes on.")
  boolean open;

  @Option(names = "--at", paramLabel = "POINT", description = "As it was known at a moment.")
  @Nullable String at;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on until Ctrl-C or until the being dies.")
  boolean follow;

  /** The last version of each observation that was told. */
  private final Map<Integer, Long> told = new HashMap<>();

  /** The last version that was there, wanted or not. */
  private long heard;

  Observations(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    if (follow && at != null) {
      throw new Trouble(
          Exit.WRONG_USAGE,
          "two-times",
          "--at is about a moment of the past, --follow about what is to come",
          "give one of them");
    }
    var wire = common.wire();
    Suggestion.around(
        wire,
        List.of(life),
        () -> {
          long last = list(wire);
          if (follow) {
            follow(wire, last);
          }
          return life;
        });
  }

  /**
   * Tells what there is, and gives the last version of any observation that there was before it was
   * read, wanted or not.
   */
  private long list(Wire wire) {
    var found = new ArrayList<JsonNode>();
    var page = page(wire, 0);
    long last = page.path("version").asLong();
    page.path("observations").forEach(found::add);
    while (page.path("next").asLong(0) > 0) {
      page = page(wire, page.path("next").asLong());
      page.path("observations").forEach(found::add);
    }
    found.sort(Comparator.comparingInt(one -> one.path("number").asInt()));
    found.forEach(this::hear);
    common.console().flush();
    if (found.isEmpty()) {
      common.hint("nothing" + (sieve().isEmpty() ? "" : " of that") + " was noticed in " + life);
    }
    sayHowFar(page);
    return last;
  }

  private void sayHowFar(JsonNode page) {
    long seq = page.path("seq").asLong();
    long head = page.path("head").asLong();
    if (!page.path("watched").asBoolean(true)) {
      common.hint(
          "%s is not watched beyond fact %d of %d: %s"
              .formatted(life, seq, head, page.path("why").asText()));
    } else if (seq < head) {
      common.hint("the monitor has come to fact " + seq + " of " + head + "; more may follow");
    }
  }

  private JsonNode page(Wire wire, long after) {
    var path = Wire.life(life, "observations") + "?limit=1000&after=" + after + sieve();
    var answer = common.patience().ask(wire, () -> wire.look(path));
    if (answer.ok()) {
      return answer.body();
    }
    var wrong = kinds.stream().filter(kind -> !Problem.known(answer.body()).contains(kind));
    throw Suggestion.improve(answer, wrong.findFirst().orElse(""));
  }

  private void follow(Wire wire, long last) {
    heard = last;
    new Events(wire, common.patience(), Wire.life(life, "observations", "stream"), last)
        .each(one -> {
          if (isNews(one)) {
            hear(one);
            common.console().flush();
          }
        });
  }

  private void hear(JsonNode one) {
    told.put(one.path("number").asInt(), one.path("version").asLong());
    tell(one);
  }

  /**
   * The list may hold versions that the stream tells again; and what was told is told to its end.
   */
  private boolean isNews(JsonNode one) {
    long version = one.path("version").asLong();
    if (version <= heard) {
      told.clear(); // the versions were thrown away, and are counted anew
    }
    heard = version;
    var known = Optional.ofNullable(told.get(one.path("number").asInt()));
    return known.map(before -> version > before).orElse(true)
        && (fits(one) || (known.isPresent() && !one.path("open").asBoolean()));
  }

  private void tell(JsonNode one) {
    if (common.json()) {
      common.document(one);
      return;
    }
    new ObservationLines(common.paint(), ObservationLines.columns(common.console()))
        .of(one)
        .forEach(common.console()::line);
  }

  /** The stream tells all; what is not wanted is left out here. */
  private boolean fits(JsonNode one) {
    boolean isKind = kinds.isEmpty();
    for (var sign : one.path("signs")) {
      isKind |= kinds.contains(sign.path("kind").asText());
    }
    var order = List.of("notice", "warning", "alarm");
    boolean isSevere =
        severity == null || order.indexOf(one.path("severity").asText()) >= order.indexOf(severity);
    return isKind && isSevere && (!open || one.path("open").asBoolean());
  }

  private String sieve() {
    return (kinds.isEmpty() ? "" : "&kind=" + Wire.encoded(String.join(",", kinds)))
        + (severity == null ? "" : "&severity=" + Wire.encoded(severity))
        + (open ? "&open=true" : "")
        + (at == null ? "" : "&at=" + Wire.encoded(at));
  }
}
