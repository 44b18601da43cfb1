package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A life's story told again. */
@Command(
    name = "replay",
    header = "Tell a life's story again, at any speed or step by step.",
    description = {
      "From the fact that was the last one at --from (else from birth) to --to (else to now). "
          + Place.POINTS,
      "With --step, commands are read line by line: Enter or n tells the next fact, b goes back, a number tells that fact,"
          + " s shows the state there, q quits."
    },
    footer = {
      "%nExamples:",
      "  life replay ada                        as fast as it goes",
      "  life replay ada --speed 3600x          an hour in every second",
      "  life replay ada --from age:1d --to age:2d",
      "  life replay ada --from 120 --step"
    })
final class Replay implements Runnable {
  private static final double NANOS = 1e9;
  private static final double FASTEST = 1e9;

  @Mixin final Common common;

  @Parameters(paramLabel = "LIFE", description = "Whose story.")
  String life = "";

  @Option(names = "--from", paramLabel = "POINT", description = "The first moment.")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "POINT", description = "The last moment.")
  @Nullable String to;

  @Option(
      names = "--speed",
      paramLabel = "X",
      description = "In step with the life's time, such as 10x: ten seconds of life in one.")
  @Nullable String speed;

  @Option(names = "--step", description = "Fact by fact, as commands on stdin say.")
  boolean step;

  Replay(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    var fast = speed == null ? 0 : speed(speed);
    if (step && fast > 0) {
      throw new Trouble(
          Exit.WRONG_USAGE,
          "two-paces",
          "--step and --speed both say how fast it goes",
          "give one of them");
    }
    var wire = common.wire();
    Suggestion.around(
        wire,
        List.of(life),
        () -> {
          long first = from == null ? 1 : Math.max(1, fact(wire, from));
          long last = fact(wire, to == null ? "head" : to);
          if (first > last) {
            throw backwards(first, last);
          }
          if (step) {
            new Steps(common, wire, life, first, last).walk();
          } else {
            try (var _ = new OnInterrupt(common.console()::flush)) {
              tell(wire, first, last, fast);
            }
          }
          return life;
        });
  }

  private void tell(Wire wire, long first, long last, double fast) {
    var pages = new Pages(wire, life, common.patience());
    pages.startAfter(first - 1);
    var before = Duration.ZERO;
    for (long next = first; next <= last; ) {
      var page = pages.next(last - next + 1);
      if (page.isEmpty()) {
        return;
      }
      for (var fact : page) {
        var age = age(fact, before);
        if (fast > 0 && next > first) {
          pause(age.minus(before), fast);
        }
        FactLine.tell(common, fact);
        before = age;
        next = fact.path("seq").asLong(next) + 1;
      }
      common.console().flush();
    }
  }

  private void pause(Duration lived, double fast) {
    var nanos = (lived.toSeconds() + lived.toNanosPart() / NANOS) / fast * NANOS;
    if (nanos >= 1) {
      common.console().flush();
      common.patience().rest(Duration.ofNanos((long) nanos));
    }
  }

  /** A moment as the number of the last fact before it; a fact's own number needs no question. */
  private long fact(Wire wire, String point) {
    var number = point.startsWith("seq:") ? point.substring("seq:".length()) : point;
    return number.matches("\\d{1,18}")
        ? Long.parseLong(number)
        : wire.get(Wire.life(life, "state") + "?at=" + Wire.encoded(point)).path("seq").asLong();
  }

  private static Trouble backwards(long first, long last) {
    return new Trouble(
        Exit.WRONG_USAGE,
        "no-story",
        "the story would begin with fact " + first + " and end before it, with fact " + last,
        "`life status` tells how many facts there are; --from comes before --to");
  }

  private static Duration age(JsonNode fact, Duration otherwise) {
    try {
      return Duration.parse(fact.path("age").asText());
    } catch (DateTimeException e) {
      return otherwise;
    }
  }

  private static double speed(String text) {
    var number =
        text.endsWith("x") || text.endsWith("×") ? text.substring(0, text.length() - 1) : text;
    if (number.matches("\\d{1,10}(\\.\\d{1,10})?")) {
      var speed = Double.parseDouble(number);
      if (speed > 0 && speed <= FASTEST) {
        return speed;
      }
    }
    throw new Trouble(
        Exit.WRONG_USAGE,
        "bad-speed",
        "--speed " + text + " is no speed",
        "give one such as 10x, 0.5x or 3600; without --speed it goes as fast as it can");
  }
}
