package life.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * The way to a running Life: one request, one answer. Whether to ask again is for the caller to
 * say.
 */
final class Wire implements AutoCloseable {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

  /** More than the server takes to give up, so that it is the server that says why. */
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(130);

  private static final String JSON = "application/json, application/problem+json";
  private static final String LINES = "application/x-ndjson";
  private static final String LIVES = "/v1/lives";
  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int TOKEN_NEEDED = 401;
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_PROBLEM = 1 << 16;

  private final URI base;
  private Optional<String> token;
  private final HttpClient http;

  /**
   * The way to a server.
   *
   * @param token that is shown there, if any; a server on this machine may name another one
   */
  Wire(URI base, Optional<String> token) {
    this.base = base;
    this.token = token;
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
    return ask(path).orTrouble();
  }

  /** A line for each life, as the server lists them, of all of its pages. */
  ArrayNode lives() {
    var lives = Json.object().putArray("lives");
    var page = get(LIVES);
    page.path("lives").forEach(lives::add);
    while (page.path("next").isTextual()) {
      page = get(LIVES + "?after=" + encoded(page.path("next").textValue()));
      page.path("lives").forEach(lives::add);
    }
    return lives;
  }

  /** A GET whose refusal the caller wants to see. */
  Answer ask(String path) {
    return reach(request(path).GET());
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

  /** A POST of lines, each answered for itself: the answer's {@code results}. */
  Answer postLines(String path, String lines, String key) throws IOException {
    var request =
        request(path)
            .setHeader("Accept", LINES + ", " + JSON)
            .setHeader("Content-Type", LINES)
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(lines));
    return Answer.ofLines(send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)));
  }

  Answer delete(String path) {
    return reach(request(path).DELETE());
  }

  /**
   * A GET of bytes that may go on for hours. A connection lost on the way is a trouble, so what was
   * written is whole when this returns.
   *
   * @param arrived is told how many bytes there are so far
   * @throws IOException if they can't be written
   */
  void download(String path, OutputStream out, LongConsumer arrived) throws IOException {
    try (var body = open(path)) {
      var buffer = new byte[BUFFER];
      long bytes = 0;
      for (int read = read(body, buffer); read >= 0; read = read(body, buffer)) {
        out.write(buffer, 0, read);
        bytes += read;
        arrived.accept(bytes);
      }
    }
  }

  /**
   * A POST of bytes that may go on for hours. They are sent once the server wants them, so that it
   * can refuse a long file at once.
   *
   * @param length how many; negative if that is not known
   */
  Answer upload(String path, InputStream bytes, long length) {
    var body = BodyPublishers.ofInputStream(() -> bytes);
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Accept", JSON)
            .header("Content-Type", "application/octet-stream")
            .expectContinue(true)
            .POST(length > 0 ? BodyPublishers.fromPublisher(body, length) : body);
    try {
      return Answer.of(send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  /** A stream that was begun, or a 204 at which there is nothing more. */
  record Listening(int status, InputStream body) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      body.close();
    }
  }

  /**
   * A GET of server-sent events. It is a trouble if the server refuses for good.
   *
   * @param last the id of the event after which to begin
   * @throws IOException if the server can't be reached now, or asks to come back later
   */
  Listening listen(String path, String last) throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create(base + path)).header("Last-Event-ID", last).GET();
    var response = send(request, BodyHandlers.ofInputStream());
    if (response.statusCode() == OK || response.statusCode() == NO_CONTENT) {
      return new Listening(response.statusCode(), response.body());
    }
    var answer = refused(response);
    if (answer.later()) {
      throw new IOException(answer.body().path("title").asText("the server is not ready"));
    }
    throw Problem.trouble(answer.status(), answer.body());
  }

  private static Answer refused(HttpResponse<InputStream> response) throws IOException {
    try (var body = response.body()) {
      var text = new String(body.readNBytes(LONGEST_PROBLEM), StandardCharsets.UTF_8);
      var document = Json.parse(text).orElseGet(Json::object);
      return new Answer(response.statusCode(), document, Duration.ZERO);
    }
  }

  private InputStream open(String path) {
    try {
      var request = HttpRequest.newBuilder(URI.create(base + path)).GET();
      var response = send(request, BodyHandlers.ofInputStream());
      if (response.statusCode() == OK) {
        return response.body();
      }
      var answer = refused(response);
      throw Problem.trouble(answer.status(), answer.body());
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  private int read(InputStream body, byte[] buffer) {
    try {
      return body.read(buffer);
    } catch (IOException e) {
      throw unreachable(e);
    }
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
        "start it with `life run`, say where it is with --url or LIFE_URL, or read its folder with"
            + " --data DIR",
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
    return Answer.of(send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)));
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler)
      throws IOException {
    try {
      var response = http.send(authorized(request).build(), handler);
      if (response.statusCode() != TOKEN_NEEDED || token.isPresent()) {
        return response;
      }
      var challenge = response.headers().firstValue("WWW-Authenticate").orElse("");
      token = Tokens.askedFor(challenge, base);
      if (token.isEmpty()) {
        return response;
      }
      if (response.body() instanceof InputStream refusal) {
        refusal.close();
      }
      return http.send(authorized(request).build(), handler);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble(
          Exit.FAILED, "interrupted", "interrupted while waiting for an answer", "try again", e);
    }
  }

  private HttpRequest.Builder authorized(HttpRequest.Builder request) {
    token.ifPresent(text -> request.setHeader("Authorization", "Bearer " + text));
    return request;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(ANSWER_WITHIN)
        .header("Accept", JSON)
        .header("Content-Type", "application/json");
  }

  /** A name or value as a part of a path or query. */
  static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
