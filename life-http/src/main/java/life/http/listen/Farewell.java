package life.http.listen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import life.http.problem.Problem;
import life.http.problem.ProblemType;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.Server;
import org.apache.pekko.util.ByteString;

/** The last words on a connection, for where no request is there to be answered. */
final class Farewell {
  private final Optional<Server> server;

  /** As that server. */
  Farewell(Optional<Server> server) {
    this.server = server;
  }

  static Problem closing() {
    return Problem.of(ProblemType.SHUTTING_DOWN, "The request came too late");
  }

  static Problem tooMany(int most) {
    return Problem.of(
        ProblemType.TOO_MANY_CONNECTIONS, "At most " + most + " connections are open at once");
  }

  static Problem slowHead(Duration deadline) {
    return Problem.of(
        ProblemType.TOO_SLOW,
        "The head of a request has to be complete within %s s from its first byte"
            .formatted(seconds(deadline)));
  }

  static Problem slowBody(Duration idle) {
    return Problem.of(
        ProblemType.TOO_SLOW, "Nothing came of the body for %s s".formatted(seconds(idle)));
  }

  static Problem slowAnswer() {
    return Problem.notReady("there was no answer in time; trying again with the same key is safe");
  }

  private static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
  }

  /** A whole answer, after which the connection closes. */
  ByteString of(Problem problem) {
    var body = problem.toDocument().toString().getBytes(UTF_8);
    var head = new StringBuilder("HTTP/1.1 ").append(problem.status()).append(' ');
    head.append(StatusCodes.get(problem.status()).reason()).append("\r\n");
    server.ifPresent(header -> line(head, header.name(), header.value()));
    line(
        head,
        "Date",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC)));
    problem.headers().forEach(header -> line(head, header.name(), header.value()));
    line(head, "Connection", "close");
    line(head, "Content-Type", Problem.MEDIA_TYPE.toString());
    line(head, "Content-Length", Integer.toString(body.length));
    return ByteString.fromString(head.append("\r\n").toString())
        .concat(ByteString.fromArrayUnsafe(body));
  }

  private static void line(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }
}
