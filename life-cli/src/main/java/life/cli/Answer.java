package life.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/**
 * What the server said.
 *
 * @param retryAfter how long it asks to be left alone; zero if it did not ask
 */
record Answer(int status, ObjectNode body, Duration retryAfter) {
  private static final int NO_CONTENT = 204;

  static Answer of(HttpResponse<String> response) {
    if (response.statusCode() == NO_CONTENT) {
      return new Answer(NO_CONTENT, Json.object(), Duration.ZERO);
    }
    var body = Json.parse(response.body()).orElseThrow(() -> notLife(response));
    // The header's other form, an HTTP date, is nothing that Life sends.
    var seconds =
        response.headers().firstValue("Retry-After").filter(text -> text.matches("\\d{1,6}"));
    return new Answer(
        response.statusCode(),
        body,
        seconds.map(Long::parseLong).map(Duration::ofSeconds).orElse(Duration.ZERO));
  }

  /** An answer of lines, as one document: they are its {@code results}. */
  static Answer ofLines(HttpResponse<String> response) {
    if (response.statusCode() != 200) {
      return of(response);
    }
    var body = Json.object();
    var results = body.putArray("results");
    response
        .body()
        .lines()
        .forEach(line -> results.add(Json.parse(line).orElseThrow(() -> notLife(response))));
    return new Answer(response.statusCode(), body, Duration.ZERO);
  }

  private static Trouble notLife(HttpResponse<String> response) {
    return new Trouble(
        Exit.FAILED,
        "not-life",
        response.uri() + " answered " + response.statusCode() + ", but not as Life does",
        "is another program on that port? --url or LIFE_URL says where Life is");
  }

  boolean ok() {
    return status >= 200 && status < 300;
  }

  /**
   * Whether the same request may succeed a moment later. A damaged journal does not mend itself,
   * and a monitor that is off stays so.
   */
  boolean later() {
    return status == 503 && !List.of("journal-damaged", "monitor-off").contains(Problem.code(body));
  }

  ObjectNode orTrouble() {
    if (ok()) {
      return body;
    }
    throw Problem.trouble(status, body);
  }
}
