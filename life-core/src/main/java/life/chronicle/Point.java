package life.chronicle;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import life.body.Bounds;

/** A moment in a life, said in one of the ways in which a person may know it. */
public sealed interface Point {
  /** What a point may look like, for messages. */
  String FORMS =
      "a fact's number such as 120, tick:600, age:1d2h30m, felt:3h, time:2026-11-22T10:15:30Z, birth, or head";

  /** Right after the last fact that is durable now. */
  record Head() implements Point {}

  /**
   * Right after a fact.
   *
   * @param seq its number, 1 or more
   */
  record Seq(long seq) implements Point {
    public Seq {
      Bounds.within("seq", seq, 1, Long.MAX_VALUE);
    }
  }

  /**
   * The end of a tick, when all has happened that happened at it.
   *
   * @param tick 0 or more
   */
  record Tick(long tick) implements Point {
    public Tick {
      Bounds.within("tick", tick, 0, Long.MAX_VALUE);
    }
  }

  /** The last tick at which so much physical time was lived. */
  record Age(Duration age) implements Point {
    public Age {
      notNegative("age", age);
    }
  }

  /** The last tick at which the being had felt no more time than this. */
  record Felt(Duration felt) implements Point {
    public Felt {
      notNegative("felt", felt);
    }
  }

  /** Right after the last fact that was written by then. */
  record Time(Instant at) implements Point {}

  /**
   * Reads a point.
   *
   * @throws IllegalArgumentException saying what a point looks like
   */
  static Point parse(String text) {
    if (text.equals("head")) {
      return new Head();
    }
    if (text.equals("birth")) {
      return new Seq(1);
    }
    int colon = text.indexOf(':');
    var word = colon < 0 ? text : text.substring(0, colon);
    var rest = colon < 0 ? "" : text.substring(colon + 1);
    return switch (word) {
      case "seq" -> new Seq(whole(rest, text));
      case "tick" -> new Tick(whole(rest, text));
      case "age" -> new Age(duration(rest));
      case "felt" -> new Felt(duration(rest));
      case "time" -> new Time(instant(rest));
      default -> new Seq(whole(text, text));
    };
  }

  /**
   * Reads a span of time: {@code 90}, {@code 90s}, {@code 1d2h30m}, {@code 1.5h}, or ISO-8601 such
   * as {@code PT2H}.
   *
   * @throws IllegalArgumentException saying what a span looks like
   */
  static Duration duration(String text) {
    return spelled(text)
        .or(() -> iso(text))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "a span of time looks like 90s, 1d2h30m, 1.5h or PT2H, not '"
                    + (text.length() > 80 ? text.substring(0, 80) + "…" : text)
                    + "'"));
  }

  /** So that no sum of what fits into it is too large for a duration. */
  int LONGEST = 200;

  private static Optional<Duration> spelled(String text) {
    if (text.matches("\\d{1,12}(\\.\\d{1,9})?")) {
      return Optional.of(seconds(text, 1));
    }
    if (text.length() > LONGEST || !text.matches("(\\d{1,12}(\\.\\d{1,9})?[dhms])+")) {
      return Optional.empty();
    }
    var sum = Duration.ZERO;
    var parts = Pattern.compile("([\\d.]+)([dhms])").matcher(text);
    while (parts.find()) {
      sum =
          sum.plus(
              seconds(
                  parts.group(1),
                  switch (parts.group(2)) {
                    case "d" -> 86_400;
                    case "h" -> 3_600;
                    case "m" -> 60;
                    default -> 1;
                  }));
    }
    return Optional.of(sum);
  }

  private static Duration seconds(String number, long unit) {
    double seconds = Double.parseDouble(number) * unit;
    long whole = (long) seconds;
    return Duration.ofSeconds(whole, Math.round((seconds - whole) * 1e9));
  }

  private static Optional<Duration> iso(String text) {
    try {
      return Optional.of(Duration.parse(text.toUpperCase(Locale.ROOT)));
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "a time looks like 2026-11-22T10:15:30Z (UTC), not '" + text + "'", e);
    }
  }

  private static long whole(String digits, String text) {
    if (!digits.matches("\\d{1,18}")) {
      throw new IllegalArgumentException("a point is " + FORMS + ", not '" + text + "'");
    }
    return Long.parseLong(digits);
  }

  private static void notNegative(String name, Duration span) {
    if (span.isNegative()) {
      throw new IllegalArgumentException(name + " can't be negative: " + span);
    }
  }
}
