package life.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import life.http.problem.Problem;

/** A text in a header, as the HTTP binding of CloudEvents writes it: in quotes or not, with %XX. */
final class HeaderText {
  private HeaderText() {}

  /**
   * The text.
   *
   * @param name of the header, for the refusal
   * @throws Problem.Refused if it is not written so
   */
  static String decoded(String name, String value) {
    var bytes = new ByteArrayOutputStream(value.length());
    var text = unquoted(value);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        bytes.write(octet(name, text, i + 1));
        i += 2;
      } else if (c < 0x80) {
        bytes.write(c);
      } else {
        throw bad(name);
      }
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
    } catch (CharacterCodingException e) {
      throw bad(name);
    }
  }

  private static String unquoted(String value) {
    boolean isQuoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return isQuoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
  }

  private static int octet(String name, String text, int at) {
    if (at + 2 > text.length() || !text.substring(at, at + 2).matches("[0-9A-Fa-f]{2}")) {
      throw bad(name);
    }
    return Integer.parseInt(text, at, at + 2, 16);
  }

  private static Problem.Refused bad(String name) {
    return Problem.badInput(
            "the header " + name + " must be ASCII, with %XX for each other byte of UTF-8")
        .asException();
  }
}
