package life.http.listen;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import life.http.problem.Problem;
import life.http.problem.ProblemType;
import org.apache.pekko.util.ByteString;

/**
 * The head of one request while its bytes come in: the request line and the headers, up to and with
 * the blank line. It is strict about all that says where a request ends, so that nobody can read
 * other requests into the same bytes.
 */
final class Head {
  private static final int LEAST_CAPACITY = 256;
  private static final int TLS_HANDSHAKE = 0x16;
  private static final int DELETE = 0x7f;

  private final ListenSettings limits;
  private byte[] bytes = {};
  private int length;
  private int scanned;

  /** A head of which no byte has come yet. */
  Head(ListenSettings limits) {
    this.limits = limits;
  }

  boolean isBegun() {
    return length > 0;
  }

  /**
   * Takes bytes in.
   *
   * @return how many bytes of {@link #all} the head has, once it is complete
   * @throws Problem.Refused if it can't become a head that is taken here
   */
  OptionalInt take(ByteString more) {
    if (length == 0) {
      bytes = more.toArrayUnsafe();
      length = bytes.length;
      refuseForeign();
    } else {
      append(more);
    }
    int end = end();
    int mostBytes = limits.mostHeadBytes();
    if (end > mostBytes || (end < 0 && length > mostBytes)) {
      throw tooLarge().asException();
    }
    return end < 0 ? OptionalInt.empty() : OptionalInt.of(end);
  }

  /** All bytes that came so far: the head and what follows it. */
  ByteString all() {
    return ByteString.fromArrayUnsafe(bytes, 0, length);
  }

  private void append(ByteString more) {
    int needed = Math.addExact(length, more.size());
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.max(LEAST_CAPACITY, needed), 2 * length));
    }
    more.copyToArray(bytes, length, more.size());
    length = needed;
  }

  /** Who speaks something else is told at once. */
  private void refuseForeign() {
    refuseIf(
        bytes[0] == TLS_HANDSHAKE, "this is HTTP without TLS: the address begins with http://");
    refuseIf(!Character.isLetter(bytes[0]), "a request begins with its method, such as GET");
  }

  private int end() {
    for (int i = scanned; i + 1 < length; i++) {
      if (bytes[i] == '\n' && bytes[i + 1] == '\n') {
        return i + 2;
      }
      if (bytes[i] == '\n' && bytes[i + 1] == '\r' && i + 2 < length && bytes[i + 2] == '\n') {
        return i + 3;
      }
    }
    scanned = Math.max(0, length - 2);
    return -1;
  }

  private Problem tooLarge() {
    int mostBytes = limits.mostHeadBytes();
    boolean isFirstLine = new String(bytes, 0, mostBytes, ISO_8859_1).indexOf('\n') < 0;
    return isFirstLine
        ? Problem.of(
            ProblemType.URI_TOO_LONG,
            "The request line has more than the " + mostBytes + " bytes of a whole head")
        : Problem.of(
            ProblemType.HEADER_TOO_LARGE,
            "The head of a request has at most " + mostBytes + " bytes");
  }

  /**
   * How many bytes the body of a complete head has; empty if only its chunks say where it ends.
   *
   * @throws Problem.Refused if the head is ambiguous
   */
  OptionalLong bodyLength(int end) {
    refuseOddBytes(end);
    var lines = lines(new String(bytes, 0, end, ISO_8859_1));
    refuseIf(
        !isRequestLine(lines.getFirst()),
        "a request begins with a line such as 'GET /v1/lives HTTP/1.1'");
    if (lines.size() - 1 > limits.mostHeaders()) {
      throw Problem.of(
              ProblemType.HEADER_TOO_LARGE,
              "A request has at most " + limits.mostHeaders() + " headers")
          .asException();
    }
    return new BodyLength(lines).bytes();
  }

  /** The lines up to the blank one. */
  private static List<String> lines(String head) {
    var lines = new ArrayList<String>();
    int from = 0;
    int end = head.indexOf("\r\n");
    while (end > from || (lines.isEmpty() && end >= 0)) {
      lines.add(head.substring(from, end));
      from = end + 2;
      end = head.indexOf("\r\n", from);
    }
    return lines;
  }

  /** Three words with a blank between each. */
  private static boolean isRequestLine(String line) {
    int first = line.indexOf(' ');
    int second = line.indexOf(' ', first + 1);
    return first > 0
        && second > first + 1
        && second < line.length() - 1
        && line.indexOf(' ', second + 1) < 0
        && line.indexOf('\t') < 0;
  }

  /** Other bytes are read in different ways by different programs. */
  private void refuseOddBytes(int end) {
    for (int i = 0; i < end; i++) {
      byte b = bytes[i];
      boolean isLineEnd =
          (b == '\r' && i + 1 < end && bytes[i + 1] == '\n')
              || (b == '\n' && i > 0 && bytes[i - 1] == '\r');
      if (b == DELETE || (b < ' ' && b != '\t' && !isLineEnd)) {
        throw Problem.badInput(
                "a head is made of ASCII characters in lines that end with CR LF, but byte %d was 0x%02x"
                    .formatted(i + 1, b))
            .asException();
      }
    }
  }

  static void refuseIf(boolean isWrong, String words) {
    if (isWrong) {
      throw Problem.badInput(words).asException();
    }
  }
}
