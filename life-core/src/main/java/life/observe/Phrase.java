package life.observe;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Small parts of sentences: numbers, kinds, times of day, lists. */
final class Phrase {
  private static final List<String> NUMBERS =
      List.of(
          "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");

  /** Kinds that are counted as things; all others are said to come once or several times. */
  private static final Set<String> THINGS =
      Set.of("noise", "shock", "conflict", "doubt", "insight", "recovery", "connection", "echo");

  private Phrase() {}

  static String number(long count) {
    return count < NUMBERS.size() ? NUMBERS.get((int) count) : Long.toString(count);
  }

  static String times(long count) {
    return count == 1 ? "once" : count == 2 ? "twice" : number(count) + " times";
  }

  static String count(long count, String one, String many) {
    return (count == 1 && one.length() > 0 ? "one " : number(count) + " ")
        + (count == 1 ? one : many);
  }

  /** {@code a shock}, {@code three shocks}, {@code boredom}, {@code boredom twice}. */
  static String meetings(String kind, long count) {
    var name = kind.replace('-', ' ');
    if (!THINGS.contains(kind)) {
      return count == 1 ? name : name + " " + times(count);
    }
    return count == 1 ? a(name) : number(count) + " " + many(name);
  }

  static String a(String name) {
    return ("aeiou".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name;
  }

  /** A meeting that is remembered: {@code a shock}, {@code boredom}. */
  static String one(String kind) {
    return meetings(kind, 1);
  }

  private static String many(String name) {
    return name.endsWith("y") ? name.substring(0, name.length() - 1) + "ies" : name + "s";
  }

  static String two(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }

  static String whole(double number) {
    return Long.toString(StrictMath.round(number));
  }

  static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** {@code a, b and c}. */
  static String list(List<String> parts) {
    return parts.size() < 2
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
  }

  /** The time of the being's day, which begins at 00:00 with the hour of its birth. */
  static String clock(double ageSeconds) {
    long minutes = (long) (ageSeconds % Scope.DAY.seconds()) / 60;
    return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
  }

  /** A span in words: {@code 20 minutes}, {@code 7 hours}, {@code 3 days}. */
  static String span(double seconds) {
    double hours = seconds / Scope.HOUR.seconds();
    if (hours < 1.75) {
      long minutes = StrictMath.round(seconds / 60);
      return minutes == 60 ? "an hour" : count(minutes, "minute", "minutes");
    }
    return hours < 36
        ? count(StrictMath.round(hours), "hour", "hours")
        : count(StrictMath.round(hours / 24), "day", "days");
  }

  /** A span to a tenth of a day or hour: {@code 9.3 days}. */
  static String lasted(double seconds) {
    double hours = seconds / Scope.HOUR.seconds();
    return hours < 48
        ? String.format(Locale.ROOT, "%.1f hours", hours)
        : String.format(Locale.ROOT, "%.1f days", hours / 24);
  }

  /** One of these, chosen by a number, so that a life is always told in the same words. */
  static String pick(long by, String... choices) {
    return choices[(int) Math.floorMod((by * 0x9E37_79B9L) >>> 7, (long) choices.length)];
  }
}
