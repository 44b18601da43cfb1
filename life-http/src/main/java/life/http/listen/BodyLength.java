package life.http.listen;

import static life.http.listen.Head.refuseIf;

import java.util.List;
import java.util.OptionalLong;

/** How long a body is, as the lines of its head say it; they must say it in one way only. */
final class BodyLength {
  private static final int MOST_DIGITS = 18;
  private static final String LENGTH = "Content-Length";
  private static final String ENCODING = "Transfer-Encoding";

  private OptionalLong length = OptionalLong.empty();
  private boolean isChunked;

  /**
   * Reads the lines.
   *
   * @throws life.http.problem.Problem.Refused if they can be read in different ways
   */
  BodyLength(List<String> lines) {
    var requestLine = lines.getFirst();
    for (var line : lines.subList(1, lines.size())) {
      refuseIf(
          line.startsWith(" ") || line.startsWith("\t"),
          "a header must not go on in the next line");
      int colon = line.indexOf(':');
      refuseIf(colon < 1, "a header is written as 'Name: value'");
      read(line, colon, requestLine);
    }
    refuseIf(
        isChunked && length.isPresent(),
        "a request has either a Content-Length or a Transfer-Encoding, but this had both");
  }

  private void read(String line, int colon, String requestLine) {
    if (isNamed(line, colon, LENGTH)) {
      refuseIf(length.isPresent(), "there must be one Content-Length, but there were several");
      length = OptionalLong.of(length(line.substring(colon + 1).strip()));
    } else if (isNamed(line, colon, ENCODING)) {
      var value = line.substring(colon + 1).strip();
      refuseIf(isChunked, "there must be one Transfer-Encoding, but there were several");
      refuseIf(
          !value.equalsIgnoreCase("chunked"), "the only Transfer-Encoding taken here is 'chunked'");
      refuseIf(requestLine.endsWith("HTTP/1.0"), "HTTP/1.0 has no Transfer-Encoding");
      isChunked = true;
    }
  }

  private static boolean isNamed(String line, int colon, String name) {
    return colon == name.length() && line.regionMatches(true, 0, name, 0, colon);
  }

  private static long length(String value) {
    boolean isWhole = !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
    refuseIf(
        !isWhole || value.length() > MOST_DIGITS,
        "Content-Length must be a whole number of at most " + MOST_DIGITS + " digits");
    return Long.parseLong(value);
  }

  /** In bytes; empty if only the chunks of the body say where it ends. */
  OptionalLong bytes() {
    return isChunked ? OptionalLong.empty() : OptionalLong.of(length.orElse(0));
  }
}
