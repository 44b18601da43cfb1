package life.http;

import java.util.List;

/** Values that hardly fit anywhere. */
final class Oddities {
  private static final String LONG_NUMBER = "9".repeat(41);
  static final String LONG_TEXT = "x".repeat(8 * 1024 + 1);

  /** As text, wherever a value stands. */
  static final List<String> VALUES =
      List.of(
          "",
          " ",
          "null",
          "true",
          "-1",
          "0",
          "1.5",
          "1e999",
          "NaN",
          "-9223372036854775809",
          "9223372036854775807",
          "9223372036854775808",
          LONG_NUMBER,
          "0x10",
          "+5",
          "\u0663",
          "\u0000",
          "a\u0000b",
          "\u202Eada",
          "a\u0301\u0301\u0301",
          "\uD83D\uDE00",
          "\uFFFF",
          "\uFEFF",
          "..",
          "../../ada",
          "ada/",
          "<b>",
          "'",
          "\"",
          "\\",
          "%",
          "{}",
          "[]",
          "a,b",
          ",",
          "ADA",
          "age:" + "999999999999d".repeat(120),
          "tick:" + LONG_NUMBER,
          "time:+999999999-12-31T23:59:59Z",
          "999999999999d".repeat(120),
          "PT9223372036854775807S",
          "-PT1S",
          "x".repeat(300));

  /** As they stand in an address, where they are no right encoding of anything. */
  static final List<String> WRONGLY_ENCODED =
      List.of(
          "%",
          "%z", "%zz", "%C3%28", "%ED%A0%80", "%F0%9F%98", "%FF", "%00", "%2F", "%252e", "\u00E9");

  /** As JSON, wherever a value stands. */
  static final List<String> JSON_VALUES =
      List.of(
          "null",
          "true",
          "\"\"",
          "\"x\"",
          "[]",
          "[1]",
          "[null]",
          "{}",
          "{\"a\":{}}",
          "-1",
          "-0.5",
          "1.5",
          "1e308",
          "1e999",
          "-1e999",
          "9223372036854775808",
          LONG_NUMBER,
          "NaN",
          "Infinity",
          "01",
          "+1",
          ".5",
          "\"1\"",
          "\"\\u0000\"",
          "\"\u0000\"",
          "\"\\uD83D\"",
          "\"\\uDE00\\uD83D\"",
          "\"\u202Eada\"",
          "\"a\u0301\u0301\"",
          "\"\uD83D\uDE00\"",
          "\"" + LONG_TEXT + "\"",
          "\"../ada\"",
          "\"age:-1s\"",
          "'x'",
          "undefined",
          "");

  private Oddities() {}
}
