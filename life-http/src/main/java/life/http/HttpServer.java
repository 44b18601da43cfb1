package life.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import life.http.gate.Access;
import life.http.gate.Gate;
import life.http.listen.ListenSettings;
import life.http.listen.Listener;
import life.http.problem.Problem;
import org.apache.pekko.Done;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.stream.SystemMaterializer;

/** Opens the channel. */
public final class HttpServer {
  private HttpServer() {}

  /**
   * Listens at that address. When the system is told to end, streams end right after the listener
   * takes nothing more; whoever doesn't read then is cut off.
   *
   * @param access who may come in
   * @param port 0 for any that is free
   * @return the listener; fails with a {@link java.net.BindException} inside if the port is in use
   */
  public static CompletionStage<Listener> bind(
      Service service, Access access, String host, int port) {
    return bind(service, access, host, port, StreamEndpoints.Limits.STANDARD);
  }

  /**
   * Listens at that address on behalf of lives that nobody lets live now: their past can be looked
   * at, and what would touch them is refused.
   */
  public static CompletionStage<Listener> bindPast(
      Service service, Access access, String host, int port) {
    var lives = new LifeEndpoints(service);
    var endpoints =
        ofTheLiving(service, lives, StreamEndpoints.Limits.STANDARD).stream()
            .map(endpoint ->
                endpoint.with(_ -> {
                  throw Problem.notRunning().asException();
                }))
            .toList();
    return bind(service, access, lives, endpoints, host, port);
  }

  static CompletionStage<Listener> bind(
      Service service, Access access, String host, int port, StreamEndpoints.Limits limits) {
    var lives = new LifeEndpoints(service);
    var endpoints = ofTheLiving(service, lives, limits);
    return bind(service, access, lives, endpoints, host, port);
  }

  /** What can be done where beings live. When the system is told to end, what is open ends. */
  static List<Endpoint> ofTheLiving(
      Service service, LifeEndpoints lives, StreamEndpoints.Limits limits) {
    var places = new Places(limits.most());
    service.meters().subscribers(places::taken);
    var streams = new StreamEndpoints(service, lives, limits, places);
    var delivery = delivery(service);
    var channels = new ChannelEndpoints(service, lives, delivery, places, frames(service, limits));
    CoordinatedShutdown.get(service.system())
        .addTask(CoordinatedShutdown.PhaseServiceRequestsDone(), "streams", streams::end);
    CoordinatedShutdown.get(service.system())
        .addTask(CoordinatedShutdown.PhaseServiceRequestsDone(), "channels", channels::end);
    var endpoints = new ArrayList<>(new StimulusEndpoints(lives, delivery, service.meters()).all());
    endpoints.addAll(streams.all());
    endpoints.addAll(channels.all());
    endpoints.addAll(new TimeEndpoints(service).all());
    endpoints.addAll(new AdminEndpoints(service, lives).all());
    endpoints.addAll(new NoteEndpoints(service, lives).writing());
    return endpoints;
  }

  /** What can be done where lives are looked at, whether they go on or not. */
  static List<Endpoint> ofThePast(Service service, LifeEndpoints lives, Works works) {
    var materializer = SystemMaterializer.get(service.system()).materializer();
    var wholeLives = new WholeLives(service.system());
    var endpoints = new ArrayList<>(lives.all());
    endpoints.addAll(new ChronicleEndpoints(service, lives, wholeLives).all());
    endpoints.addAll(new BeingEndpoints(service, lives).all());
    endpoints.addAll(new ChartEndpoints(service, lives, wholeLives).all());
    endpoints.addAll(new TellingEndpoints(service, lives, wholeLives).all());
    endpoints.addAll(new ObservationEndpoints(service, lives).all());
    endpoints.addAll(new NoteEndpoints(service, lives).reading());
    endpoints.addAll(new WorkEndpoints(service, lives, works).all());
    endpoints.addAll(new TransferEndpoints(service, lives, works, materializer).all());
    endpoints.addAll(new AccessEndpoints().all());
    endpoints.addAll(new PageEndpoints(service.version()).all());
    return endpoints;
  }

  private static Delivery delivery(Service service) {
    return new Delivery(
        service.system(), Room.of(service.system().settings().config()), service.meters());
  }

  private static Frames frames(Service service, StreamEndpoints.Limits limits) {
    return new Frames(service.system(), limits.heartbeat(), limits.patience());
  }

  private static CompletionStage<Listener> bind(
      Service service,
      Access access,
      LifeEndpoints lives,
      List<Endpoint> present,
      String host,
      int port) {
    var materializer = SystemMaterializer.get(service.system()).materializer();
    var works = new Works();
    var endpoints = new ArrayList<>(present);
    endpoints.addAll(ofThePast(service, lives, works));
    var router = new Router(new Gate(access), endpoints, service.meters(), materializer);
    CoordinatedShutdown.get(service.system())
        .addTask(
            CoordinatedShutdown.PhaseServiceRequestsDone(),
            "work",
            () -> {
              works.end();
              return CompletableFuture.completedFuture(Done.done());
            });
    return Listener.bind(service.system(), host, port, ListenSettings.STANDARD, router::answer)
        .whenComplete((listener, failure) -> {
          if (failure == null) {
            service.meters().watch(listener);
          }
        });
  }
}
