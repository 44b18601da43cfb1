package life.http.listen;

import java.util.Map;
import life.http.problem.Problem;
import life.http.problem.ProblemType;
import org.apache.pekko.event.LoggingAdapter;
import org.apache.pekko.http.ParsingErrorHandler;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.scaladsl.model.ErrorInfo;
import org.apache.pekko.http.scaladsl.model.StatusCode;
import org.apache.pekko.http.scaladsl.settings.ServerSettings;

/**
 * What the parser refuses before anybody can route it, as problem documents. Pekko makes one by
 * name.
 */
public final class ParsingRefusal extends ParsingErrorHandler {
  private static final String UNKNOWN_METHOD = "Unsupported HTTP method";

  /** What the parser's words begin with, and ours. */
  private static final Map<String, String> WORDS =
      Map.of(
          "Request is missing required `Host` header",
          "the header Host is missing, or names no host",
          "HTTP message must not contain more than one Host",
          "there must be one Host, but there were several",
          "Cannot establish effective URI",
          "the header Host is empty",
          "HTTP message must not contain more than one Content-Type",
          "there must be one Content-Type, but there were several",
          "Illegal request-target",
          "the path has a character that must be written as %XX, or a % without two hexadecimal digits after it",
          "Illegal character",
          "the name of a header has a character that can't be in a name",
          "CONNECT requests",
          "CONNECT is for proxies, and this is none",
          "HEAD requests",
          "a HEAD request has no body",
          "TRACE requests",
          "a TRACE request has no body");

  @Override
  public HttpResponse handle(
      StatusCode status, ErrorInfo error, LoggingAdapter log, ServerSettings settings) {
    log.debug("Refused what is not HTTP: {}", error.summary());
    return problem(status.intValue(), error.summary(), settings).toResponse();
  }

  private static Problem problem(int status, String summary, ServerSettings settings) {
    var limits = settings.parserSettings();
    return switch (status) {
      case 413 -> Problem.tooLarge(limits.maxContentLength());
      case 414 ->
          Problem.of(
              ProblemType.URI_TOO_LONG,
              "A path with its query has at most " + limits.maxUriLength() + " bytes");
      case 431 ->
          Problem.of(
              ProblemType.HEADER_TOO_LARGE,
              "The name of a header has at most %d bytes, its value at most %d"
                  .formatted(limits.maxHeaderNameLength(), limits.maxHeaderValueLength()));
      case 501 -> unknownMethod();
      case 505 -> Problem.of(ProblemType.VERSION_NOT_SUPPORTED, "The server speaks HTTP/1.1");
      default ->
          summary.startsWith(UNKNOWN_METHOD) ? unknownMethod() : Problem.badInput(words(summary));
    };
  }

  private static Problem unknownMethod() {
    return Problem.of(
        ProblemType.NOT_IMPLEMENTED, "The method of the request is none of HTTP's own");
  }

  private static String words(String summary) {
    return WORDS.entrySet().stream()
        .filter(entry -> summary.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findAny()
        .orElse("the request is not HTTP/1.1 (RFC 9112)");
  }
}
