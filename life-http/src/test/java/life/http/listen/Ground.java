package life.http.listen;

import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.http.javadsl.model.AttributeKeys;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.ws.Message;
import org.apache.pekko.stream.KillSwitches;
import org.apache.pekko.stream.SharedKillSwitch;
import org.apache.pekko.stream.SystemMaterializer;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/** A listener whose handler answers at once, later, bit by bit or over a WebSocket, by the path. */
final class Ground implements AutoCloseable {
  private final ActorSystem<Void> system =
      ActorSystem.create(
          Behaviors.<Void>empty(),
          "ground",
          ConfigFactory.parseMap(
                  Map.of("pekko.loglevel", "WARNING", "pekko.http.server.server-header", "life"))
              .withFallback(ConfigFactory.load()));
  private final SharedKillSwitch streams = KillSwitches.shared("streams");
  private final CompletableFuture<HttpResponse> later = new CompletableFuture<>();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final List<Wire> wires = new ArrayList<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final Listener listener;

  Ground() {
    this(ListenSettings.STANDARD);
  }

  Ground(ListenSettings settings) {
    listener =
        Listener.bind(system, "127.0.0.1", 0, settings, this::answer).toCompletableFuture().join();
  }

  private CompletionStage<HttpResponse> answer(HttpRequest request) {
    asked.incrementAndGet();
    return switch (request.getUri().path()) {
      case "/later" -> later;
      case "/stream" -> CompletableFuture.completedFuture(stream());
      case "/channel" -> CompletableFuture.completedFuture(channel(request));
      case "/large" -> CompletableFuture.completedFuture(text("x".repeat(16 << 20)));
      default ->
          request
              .entity()
              .toStrict(10_000, SystemMaterializer.get(system).materializer())
              .handle((body, failure) ->
                  failure == null
                      ? text(request.getUri().path() + " " + body.getData().utf8String())
                      : failed(failure));
    };
  }

  private HttpResponse failed(Throwable failure) {
    failures.add(failure instanceof CompletionException ? failure.getCause() : failure);
    return text("failed");
  }

  /** Why bodies could not be read. */
  Queue<Throwable> failures() {
    return failures;
  }

  static HttpResponse text(String text) {
    return HttpResponse.create().withEntity(HttpEntities.create(text));
  }

  private HttpResponse stream() {
    var beats =
        Source.tick(Duration.ZERO, Duration.ofMillis(20), ByteString.fromString("beat\n"))
            .mapMaterializedValue(_ -> NotUsed.getInstance())
            .via(streams.flow());
    return HttpResponse.create()
        .withEntity(HttpEntities.createChunked(ContentTypes.TEXT_PLAIN_UTF8, beats));
  }

  private HttpResponse channel(HttpRequest request) {
    return request
        .getAttribute(AttributeKeys.webSocketUpgrade)
        .map(upgrade -> upgrade.handleMessagesWith(Flow.of(Message.class).via(streams.flow())))
        .orElseGet(() -> text("no upgrade"));
  }

  /** Lets what waits for {@code /later} be answered. */
  void now() {
    later.complete(text("now"));
  }

  /** Lets all streams end. */
  void endStreams() {
    streams.shutdown();
  }

  /** How many requests came. */
  int asked() {
    return asked.get();
  }

  Listener listener() {
    return listener;
  }

  ActorSystem<Void> system() {
    return system;
  }

  CompletionStage<Done> close(Duration patience) {
    return listener.close(patience);
  }

  /** A new connection; it is closed with the ground at the latest. */
  Wire wire() {
    var wire = new Wire(listener.localAddress());
    wires.add(wire);
    return wire;
  }

  @Override
  public void close() {
    wires.forEach(Wire::close);
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().join();
  }
}
