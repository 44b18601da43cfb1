package life.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A server that says what a test told it to, and remembers what it was asked. The last line is said
 * for ever.
 */
final class ScriptedServer implements AutoCloseable {
  /** What was asked. */
  record Asked(String what, String body, @Nullable String key, String lastEvent) {}

  private record Line(int status, String body, Map<String, String> headers, boolean hangsUp) {}

  private final HttpServer server;
  private final Map<String, Deque<Line>> script = new HashMap<>();
  private final List<Asked> asked = new ArrayList<>();

  ScriptedServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Method, path and query, as in {@code GET /v1/lives}. */
  ScriptedServer on(String what, String body) {
    return line(what, new Line(what.startsWith("POST") ? 201 : 200, body, Map.of(), false));
  }

  /** A 200, also to a POST. */
  ScriptedServer answer(String what, String body) {
    return line(what, new Line(200, body, Map.of(), false));
  }

  /** Taken, but not yet done. */
  ScriptedServer accept(String what, String body) {
    return line(what, new Line(202, body, Map.of(), false));
  }

  ScriptedServer refuse(String what, int status, String type, String detail, String more) {
    var body =
        "{\"type\":\"/problems/%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"%s}"
            .formatted(type, type, status, detail, more);
    var headers = status == 503 ? Map.of("Retry-After", "3") : Map.<String, String>of();
    return line(what, new Line(status, body, headers, false));
  }

  /** Says that instead of what it was told before. */
  synchronized ScriptedServer replace(String what, String body) {
    script.remove(what);
    return on(what, body);
  }

  /** Refuses instead of what it was told before. */
  synchronized ScriptedServer replaceByRefusal(String what, int status, String type) {
    script.remove(what);
    return refuse(what, status, type, type, "");
  }

  /** There is nothing more for ever. */
  ScriptedServer nothing(String what) {
    return line(what, new Line(204, "", Map.of(), false));
  }

  /** Reads the request and closes the connection without an answer. */
  ScriptedServer hangUp(String what) {
    return line(what, new Line(0, "", Map.of(), true));
  }

  synchronized List<Asked> asked() {
    return List.copyOf(asked);
  }

  private synchronized ScriptedServer line(String what, Line line) {
    script.computeIfAbsent(what, key -> new ArrayDeque<>()).add(line);
    return this;
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var what = exchange.getRequestMethod() + " " + exchange.getRequestURI();
      var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      var headers = exchange.getRequestHeaders();
      var lastEvent = Optional.ofNullable(headers.getFirst("Last-Event-ID")).orElse("");
      asked.add(new Asked(what, body, headers.getFirst("Idempotency-Key"), lastEvent));
      var lines = script.getOrDefault(what, new ArrayDeque<>());
      var line = lines.size() > 1 ? lines.removeFirst() : lines.peekFirst();
      if (line == null) {
        line =
            new Line(
                404,
                "{\"type\":\"/problems/nothing-here\",\"detail\":\"" + what + "\"}",
                Map.of(),
                false);
      }
      if (line.hangsUp()) {
        return;
      }
      line.headers().forEach(exchange.getResponseHeaders()::set);
      var bytes = line.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(line.status(), line.status() == 204 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
