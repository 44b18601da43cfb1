package life.cli;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A span of a life's time as people write it: {@code 3d}, {@code 1d2h30m}, {@code 90s}. */
final class Span {
  private static final Pattern FORM =
      Pattern.compile("(?:(\\d{1,6})d)?(?:(\\d{1,7})h)?(?:(\\d{1,9})m)?(?:(\\d{1,10})s)?");

  private Span() {}

  /** Reads a span longer than nothing; {@code where} tells in which option it stands. */
  static Duration of(String text, String where) {
    var match = FORM.matcher(text);
    if (match.matches()) {
      var span =
          Duration.ofDays(number(match.group(1)))
              .plusHours(number(match.group(2)))
              .plusMinutes(number(match.group(3)))
              .plusSeconds(number(match.group(4)));
      if (span.isPositive()) {
        return span;
      }
    }
    throw new Trouble(
        Exit.WRONG_USAGE,
        "bad-span",
        where + ": \"" + text + "\" is no span of time",
        "write it with its units, like 3d, 1d2h30m or 90s");
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
