package life.http.listen;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.dispatch.Dispatchers;
import org.apache.pekko.http.javadsl.model.AttributeKeys;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.RemoteAddress;
import org.apache.pekko.stream.ActorAttributes;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.SystemMaterializer;
import org.apache.pekko.stream.javadsl.BidiFlow;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.stream.javadsl.Tcp;
import org.apache.pekko.util.ByteString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves HTTP/1.1 at one address. Neither slow nor many clients keep the others from being served:
 * each has its {@link ListenSettings deadlines}, and there are only so many connections.
 */
public final class Listener {
  /** So many may wait to be accepted; who finds no place tries again a second later. */
  private static final int BACKLOG = 1_024;

  private static final Duration LONGEST_PARTING = Duration.ofSeconds(2);
  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

  private final ActorSystem<?> system;
  private final Materializer materializer;
  private final ListenSettings settings;
  private final Function<HttpRequest, CompletionStage<HttpResponse>> handler;
  private final BidiFlow<HttpResponse, ByteString, ByteString, HttpRequest, NotUsed> http;
  private final Attributes threads;
  private final Farewell farewell;
  private final Connections connections;
  private final CompletableFuture<Tcp.ServerBinding> binding = new CompletableFuture<>();

  private Listener(
      ActorSystem<?> system,
      String dispatcher,
      ListenSettings settings,
      Function<HttpRequest, CompletionStage<HttpResponse>> handler) {
    var layer = new HttpLayer(system, settings);
    this.system = system;
    this.materializer = SystemMaterializer.get(system).materializer();
    this.settings = settings;
    this.threads = ActorAttributes.dispatcher(dispatcher);
    this.handler = handler;
    this.http = layer.flow();
    this.farewell = new Farewell(layer.server());
    this.connections = new Connections(settings.mostConnections());
  }

  /**
   * Listens at that address.
   *
   * @param port 0 for any that is free
   * @param handler answers requests, which have the attribute {@link AttributeKeys#remoteAddress};
   *     neither it nor its result fails: a refusal is an answer
   * @return the listener; fails with a {@link java.net.BindException} inside if the port is in use
   */
  public static CompletionStage<Listener> bind(
      ActorSystem<?> system,
      String host,
      int port,
      ListenSettings settings,
      Function<HttpRequest, CompletionStage<HttpResponse>> handler) {
    return bind(system, Dispatchers.DefaultDispatcherId(), host, port, settings, handler);
  }

  /**
   * Listens at that address with threads of its own.
   *
   * @param dispatcher whose threads serve the connections, by its name in the configuration
   */
  public static CompletionStage<Listener> bind(
      ActorSystem<?> system,
      String dispatcher,
      String host,
      int port,
      ListenSettings settings,
      Function<HttpRequest, CompletionStage<HttpResponse>> handler) {
    var listener = new Listener(system, dispatcher, settings, handler);
    return Tcp.get(system)
        .bind(host, port, BACKLOG, List.of(), true, Optional.<Duration>empty())
        .to(Sink.foreach(listener::accept))
        .withAttributes(listener.threads)
        .run(listener.materializer)
        .thenApply(bound -> {
          listener.binding.complete(bound);
          return listener;
        });
  }

  /** Where it listens. */
  public InetSocketAddress localAddress() {
    return binding.join().localAddress();
  }

  /** How many connections are open. */
  public int connections() {
    return connections.size();
  }

  /** How many connections were refused or ended for that reason. */
  public long refusals(Refusal reason) {
    return connections.counted(reason);
  }

  /**
   * Takes no more connections, and lets those that are open end: at once if nothing was asked on
   * them, else when the answer is complete. Completes when no more can come.
   */
  public CompletionStage<Done> unbind() {
    var unbound = binding.join().unbind();
    connections.leave();
    return unbound.thenApply(_ -> Done.done());
  }

  /** Completes when all connections are gone, after {@link #unbind}. */
  public CompletionStage<Done> gone() {
    return connections.whenEmpty();
  }

  /** Ends all connections now. */
  public void cut() {
    connections.cut();
  }

  /**
   * Takes no more connections, and completes when all are gone.
   *
   * @param patience after which those that are still open are cut
   */
  public CompletionStage<Done> close(Duration patience) {
    var unbound = unbind();
    var cut = system.scheduler().scheduleOnce(patience, this::cut, system.executionContext());
    return unbound.thenCombine(gone(), (_, done) -> done).whenComplete((_, _) -> cut.cancel());
  }

  private void accept(Tcp.IncomingConnection incoming) {
    var connection = new Connection();
    var flow =
        switch (connections.welcome(connection)) {
          case SERVED -> served(connection, incoming.remoteAddress());
          case TURNED_AWAY -> turnedAway(connection);
          case IGNORED ->
              Flow.fromSinkAndSource(Sink.<ByteString>cancelled(), Source.<ByteString>empty());
        };
    try {
      incoming.flow().join(flow).withAttributes(threads).run(materializer);
    } catch (RuntimeException e) {
      LOG.error("A connection could not be served", e);
      connections.left(connection);
    }
  }

  private Flow<ByteString, ByteString, NotUsed> served(
      Connection connection, InetSocketAddress client) {
    var deadlines =
        new Deadlines(
            settings, connection, farewell, connections::count, () -> connections.left(connection));
    var address = RemoteAddress.create(client);
    return Flow.of(HttpRequest.class)
        .mapAsync(
            1,
            request ->
                answer(connection, request.addAttribute(AttributeKeys.remoteAddress, address)))
        .map(connection::answered)
        .join(http.atop(BidiFlow.fromGraph(deadlines)));
  }

  private CompletionStage<HttpResponse> answer(Connection connection, HttpRequest request) {
    if (connection.isClosing()) {
      connections.count(Refusal.CLOSING);
      request.discardEntityBytes(materializer);
      return CompletableFuture.completedFuture(Farewell.closing().toResponse());
    }
    return handler.apply(request);
  }

  private Flow<ByteString, ByteString, NotUsed> turnedAway(Connection connection) {
    var problem = Farewell.tooMany(settings.mostConnections());
    var shortly =
        settings.idle().compareTo(LONGEST_PARTING) < 0 ? settings.idle() : LONGEST_PARTING;
    var deadlines =
        new Deadlines(
            settings.within(settings.headDeadline(), shortly, settings.answerDeadline()),
            connection,
            farewell,
            _ -> {},
            () -> connections.left(connection));
    return Flow.fromSinkAndSource(Sink.<ByteString>ignore(), Source.single(farewell.of(problem)))
        .join(BidiFlow.fromGraph(deadlines));
  }
}
