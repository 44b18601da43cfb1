package life.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import life.journal.FactFormat;
import org.jspecify.annotations.Nullable;

/** Somebody who has a conversation with a life over a WebSocket. */
final class Talking implements AutoCloseable, WebSocket.Listener {
  private static final int PATIENCE_SECONDS = 30;

  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
  private final StringBuilder message = new StringBuilder();
  private final CompletableFuture<Integer> ended = new CompletableFuture<>();
  private final WebSocket socket;
  private final AtomicInteger pings = new AtomicInteger();

  /** The conversation is open when this returns. */
  Talking(OpenHouse house, String path, String... headers) {
    var builder = client.newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    var address = house.address().toString().replaceFirst("http", "ws") + path;
    socket = builder.buildAsync(URI.create(address), this).join();
  }

  Talking say(String text) {
    socket.sendText(text, true).join();
    return this;
  }

  /** Says it in two frames. */
  Talking sayInPieces(String text) {
    int middle = text.length() / 2;
    socket.sendText(text.substring(0, middle), false).join();
    socket.sendText(text.substring(middle), true).join();
    return this;
  }

  Talking sayBytes(byte[] bytes) {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    return this;
  }

  /** The next message. */
  JsonNode hear() {
    try {
      var next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("nothing was said");
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The next message of that type; others are passed over. */
  JsonNode hear(String type) {
    return hear(type, _ -> true);
  }

  JsonNode hear(String type, Predicate<JsonNode> wanted) {
    while (true) {
      var next = hear();
      if (next.get("type").asText().equals(type) && wanted.test(next)) {
        return next;
      }
    }
  }

  /** What was said and not heard yet. */
  List<JsonNode> rest() {
    var rest = new ArrayList<JsonNode>();
    heard.drainTo(rest);
    return rest;
  }

  int pings() {
    return pings.get();
  }

  /** The status with which the other side ended it. */
  int end() {
    return ended.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    message.append(data);
    if (last) {
      try {
        heard.add(FactFormat.JSON.readTree(message.toString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      message.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer data) {
    pings.incrementAndGet();
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    ended.complete(status);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable failure) {
    ended.completeExceptionally(failure);
  }

  @Override
  public void close() {
    socket.abort();
    client.shutdownNow();
  }
}
