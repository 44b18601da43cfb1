package life.cli;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A span of a life's time as people write it: {@code 3d}, {@code 1d2h30m}, {@code 1.5h}, {@code 90}
 * seconds, or ISO-8601 such as {@code PT2H}; the same forms as in points.
 */
final class Span {
  private static final Pattern FORM = Pattern.compile("(\\d{1,10}(?:\\.\\d{1,9})?)([dhms])");
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private Span() {}

  /** Reads a span longer than nothing; {@code where} tells in which option it stands. */
  static Duration of(String text, String where) {
    var span = spelled(text.matches("\\d{1,10}(\\.\\d{1,9})?") ? text + "s" : text);
    if (span.isZero()) {
      span = iso(text);
    }
    if (span.isPositive()) {
      return span;
    }
    throw new Trouble(
        Exit.WRONG_USAGE,
        "bad-span",
        where + ": \"" + text + "\" is no span of time",
        "write it like 3d, 1d2h30m, 1.5h, 90s or PT2H");
  }

  private static Duration spelled(String text) {
    if (!text.matches("(?:" + FORM.pattern() + ")+")) {
      return Duration.ZERO;
    }
    var sum = Duration.ZERO;
    var parts = FORM.matcher(text);
    while (parts.find()) {
      long seconds =
          switch (parts.group(2)) {
            case "d" -> 86_400;
            case "h" -> 3_600;
            case "m" -> 60;
            default -> 1;
          };
      var nanos =
          new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(seconds * NANOS_PER_SECOND));
      var whole = nanos.toBigInteger().divideAndRemainder(BigInteger.valueOf(NANOS_PER_SECOND));
      sum = sum.plusSeconds(whole[0].longValue()).plusNanos(whole[1].longValue());
    }
    return sum;
  }

  private static Duration iso(String text) {
    try {
      return Duration.parse(text.toUpperCase(Locale.ROOT));
    } catch (DateTimeException e) {
      return Duration.ZERO;
    }
  }
}
