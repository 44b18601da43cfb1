package life.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;

/** A life's age for reading: {@code 7m 36s}, {@code 2d 1h 0m 5s}, {@code 7m 10.25s}. */
final class Age {
  private Age() {}

  /** From ISO-8601; what is no duration is shown as it came. */
  static String of(String iso) {
    try {
      return of(Duration.parse(iso));
    } catch (DateTimeException e) {
      return iso;
    }
  }

  static String of(Duration age) {
    var text = new StringBuilder();
    if (age.toDays() > 0) {
      text.append(age.toDays()).append("d ");
    }
    if (age.toHours() > 0) {
      text.append(age.toHoursPart()).append("h ");
    }
    if (age.toMinutes() > 0) {
      text.append(age.toMinutesPart()).append("m ");
    }
    var seconds =
        BigDecimal.valueOf(age.toSecondsPart())
            .add(BigDecimal.valueOf(age.toNanosPart(), 9))
            .setScale(2, RoundingMode.DOWN)
            .stripTrailingZeros();
    return text.append(seconds.toPlainString()).append('s').toString();
  }
}
