package life.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The way to a running Life: one request, one answer. Whether to ask again is for the caller to
 * say.
 */
final class Wire implements AutoCloseable {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

  /** More than the server takes to give up on a persist, so that it is the server that says why. */
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

  private final URI base;
  private final HttpClient http;

  Wire(URI base) {
    this.base = base;
    var builder =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_WITHIN);
    this.http =
        ("https".equals(base.getScheme()) ? builder : builder.sslContext(new NoTls())).build();
  }

  /** Without it, System.exit would wait 300 ms for the HTTP client's thread to leave its poll. */
  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }

  URI base() {
    return base;
  }

  /** The path of a life, or of something below it. */
  static String life(String name, String... below) {
    var path = new StringBuilder("/v1/lives/").append(encoded(name));
    for (var part : below) {
      path.append('/').append(part);
    }
    return path.toString();
  }

  ObjectNode get(String path) {
    return reach(request(path).GET()).orTrouble();
  }

  /** A GET for whoever wants to ask again when it fails. */
  Answer look(String path) throws IOException {
    return send(request(path).GET());
  }

  ObjectNode put(String path, ObjectNode body) {
    return reach(request(path).PUT(BodyPublishers.ofString(Json.text(body)))).orTrouble();
  }

  Answer post(String path, ObjectNode body) {
    return reach(request(path).POST(BodyPublishers.ofString(Json.text(body))));
  }

  /** A POST that the server carries out once, however often it is sent with this key. */
  Answer post(String path, ObjectNode body, String key) throws IOException {
    return send(
        request(path)
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(Json.text(body))));
  }

  /** The trouble that a lost connection means. */
  Trouble unreachable(IOException reason) {
    var refused =
        reason instanceof ConnectException || reason instanceof HttpConnectTimeoutException;
    var why =
        refused ? "nothing answers there" : "the connection was lost (" + reason.getMessage() + ")";
    return new Trouble(
        Exit.UNREACHABLE,
        "unreachable",
        "Life is not reachable at " + base + ": " + why,
        "start it with `life run`, or say where it is with --url or LIFE_URL",
        reason);
  }

  private Answer reach(HttpRequest.Builder request) {
    try {
      return send(request);
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  private Answer send(HttpRequest.Builder request) throws IOException {
    try {
      return Answer.of(http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble(
          Exit.FAILED, "interrupted", "interrupted while waiting for an answer", "try again", e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(ANSWER_WITHIN)
        .header("Accept", "application/json, application/problem+json")
        .header("Content-Type", "application/json");
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
