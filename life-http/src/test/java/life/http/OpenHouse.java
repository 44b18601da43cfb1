package life.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import life.actor.Directory;
import life.actor.Generator;
import life.actor.KeptStates;
import life.actor.KnownWorlds;
import life.actor.LifeActor;
import life.actor.Lives;
import life.actor.Monitor;
import life.actor.SnapshotPolicy;
import life.actor.Surroundings;
import life.actor.Ticker;
import life.actor.Watches;
import life.actor.Waymarks;
import life.actor.WorldFile;
import life.archive.Charts;
import life.being.Decider;
import life.being.LawSettings;
import life.being.LifeId;
import life.being.Source;
import life.being.When;
import life.http.gate.Access;
import life.http.gate.Right;
import life.http.gate.Token;
import life.journal.Biography;
import life.journal.FactFormat;
import life.journal.Stores;
import life.law.Laws;
import life.notice.KeptNotices;
import life.world.Stimulus;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.awaitility.Awaitility;

/** A process with beings and an open channel, time standing still, and a client of it. */
final class OpenHouse implements AutoCloseable {
  private static final String JSON = "application/json";

  private static final int UNAVAILABLE = 503;
  private static final Duration INTAKE = Duration.ofSeconds(3);

  private final ActorSystem<Void> system;
  private final Service service;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Token token;
  private final URI address;
  private URI healthAddress;

  OpenHouse(Path data) {
    this(data, StreamEndpoints.Limits.STANDARD);
  }

  OpenHouse(Path data, Access access) {
    this(data, access, StreamEndpoints.Limits.STANDARD);
  }

  OpenHouse(Path data, StreamEndpoints.Limits limits) {
    this(data, new Access(Token.random(), Optional.empty(), false, Set.of(), 0), limits);
  }

  private OpenHouse(Path data, Access access, StreamEndpoints.Limits limits) {
    this.token = access.token();
    var config =
        ConfigFactory.parseMap(
                Map.of("life.journal.dir", data.toString(), "pekko.loglevel", "WARNING"))
            .withFallback(ConfigFactory.load());
    var ready = new CompletableFuture<Service>();
    system = ActorSystem.create(guardian(ready), "house", config);
    service = ready.join();
    var listener =
        HttpServer.bind(service, access, "127.0.0.1", 0, limits).toCompletableFuture().join();
    CoordinatedShutdown.get(system)
        .addTask(CoordinatedShutdown.PhaseServiceUnbind(), "intake", listener::unbind);
    CoordinatedShutdown.get(system)
        .addTask(
            CoordinatedShutdown.PhaseServiceRequestsDone(),
            "connections",
            () -> listener.close(INTAKE));
    healthAddress = health(service, access);
    address = URI.create("http://127.0.0.1:" + listener.localAddress().getPort());
  }

  private static URI health(Service service, Access access) {
    var binding = HealthServer.bind(service, access, "127.0.0.1", 0).toCompletableFuture().join();
    return URI.create("http://127.0.0.1:" + binding.localAddress().getPort());
  }

  /** Whoever asks for health from now on is told of these. */
  void askAfter(Directory directory, ActorRef<Monitor.Message> monitor) {
    healthAddress =
        health(
            new Service(
                system,
                directory,
                service.lives(),
                service.ticker(),
                monitor,
                service.biography(),
                service.facts(),
                service.notices(),
                service.charts(),
                service.notes(),
                service.arrived(),
                service.worlds(),
                service.laws(),
                service.meters(),
                service.subscribers(),
                service.births(),
                service.version()),
            new Access(token, Optional.empty(), false, Set.of(), 0));
  }

  private static Behavior<Void> guardian(CompletableFuture<Service> ready) {
    return Behaviors.setup(context -> {
      ready.complete(furnish(context));
      return Behaviors.empty();
    });
  }

  private static Service furnish(ActorContext<Void> context) {
    var system = context.getSystem();
    var config = system.settings().config().getConfig("life.journal");
    var snapshots = system.settings().config().getConfig("life.snapshots");
    var store = Stores.get(system).facts(config);
    var biography =
        new Biography(store, new KeptStates(() -> Stores.get(system).snapshots(snapshots)));
    var worlds = new KnownWorlds(WorldFile.readAll(Path.of("../config/worlds")));
    var directory = new Directory(biography.lives());
    var around =
        new Surroundings(
            new Decider(new Laws()),
            worlds,
            directory,
            context.spawn(Generator.create(), "generator"),
            new SnapshotPolicy(100),
            biography::lastWritten,
            OptionalLong.empty(),
            null);
    var lives = context.spawn(Lives.create(around, biography.lives()), "lives");
    var standing = new Ticker.Time(1, true);
    var ticker = context.spawn(Ticker.create(directory, Duration.ofMillis(20), standing), "ticker");
    var notices = new KeptNotices(() -> Stores.get(system).observations(config));
    var watches = new Watches(biography, notices, biography.lives());
    var monitor = context.spawn(Monitor.create(Optional.of(watches)), "monitor");
    return new Service(
        system,
        directory,
        lives,
        ticker,
        monitor,
        biography,
        store,
        Optional.of(notices),
        Charts.kept(biography, () -> Stores.get(system).pyramids(config, Charts.VERSION)),
        Stores.get(system).notes(config),
        id -> {
          new Waymarks(
                  biography, () -> Stores.get(system).snapshots(snapshots), new SnapshotPolicy(100))
              .set(id);
          lives.tell(new Lives.Wake(id));
          monitor.tell(new Monitor.Arrived(id));
        },
        worlds,
        LawSettings.DEFAULT,
        new PrometheusMeters(system, store, directory),
        new Subscribers(),
        new Births(),
        "test");
  }

  Reply get(String path) {
    return send(request(path).GET().build());
  }

  /** Asks the second listener. */
  Reply health(String path) {
    return send(
        HttpRequest.newBuilder(URI.create(healthAddress + path))
            .timeout(Duration.ofSeconds(30))
            .GET()
            .build());
  }

  Reply post(String path, String body) {
    return send(request(path).header("Content-Type", JSON).POST(publisher(body)).build());
  }

  Reply put(String path, String body) {
    return send(request(path).header("Content-Type", JSON).PUT(publisher(body)).build());
  }

  /** Sends a stimulus under a key. */
  Reply poke(String path, String body, String key) {
    return send(
        request(path)
            .header("Content-Type", JSON)
            .header("Idempotency-Key", key)
            .POST(publisher(body))
            .build());
  }

  /** Bears a being; it is there on return. */
  void bear(String name) {
    post("/v1/admin/lives", "{\"name\":\"" + name + "\",\"seed\":7}");
  }

  /** Lets a being meet something that often, without waiting until it is durable. */
  void meet(String name, Stimulus stimulus, int times) {
    var actor = service.directory().find(new LifeId(name)).orElseThrow().actor();
    for (int i = 0; i < times; i++) {
      actor.tell(
          new LifeActor.EnvironmentEvent(stimulus, new When.Now(), Source.OUTSIDE, null, null));
    }
  }

  /** Bears so many beings. */
  void crowd(int beings) {
    var world = service.worlds().named("default").orElseThrow();
    for (int i = 0; i < beings; i++) {
      var id = new LifeId("being-" + i);
      service.lives().tell(new Lives.Bear(id, i, service.laws(), world, system.ignoreRef()));
    }
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() ->
            service.directory().all().stream().filter(each -> each.state().isAlive()).count()
                == beings);
  }

  /** The number of the life's last fact, once all that it was let meet so far is durable. */
  long settled(String name) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() ->
            post("/v1/lives/" + name + "/stimuli", "{\"kind\":\"noise\",\"intensity\":0.1}")
                    .status()
                != UNAVAILABLE);
    return seq(name);
  }

  long seq(String name) {
    return get("/v1/lives/" + name).json().get("seq").asLong();
  }

  long tick(String name) {
    return get("/v1/lives/" + name).json().get("tick").asLong();
  }

  Service service() {
    return service;
  }

  URI healthAddress() {
    return healthAddress;
  }

  URI address() {
    return address;
  }

  /** A request of somebody who may operate. */
  HttpRequest.Builder request(String path) {
    return anonymous(path).header("Authorization", "Bearer " + token.of(Right.OPERATE));
  }

  /** A request without a token. */
  HttpRequest.Builder anonymous(String path) {
    return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(30));
  }

  Token token() {
    return token;
  }

  Reply send(HttpRequest request) {
    try {
      var reply = new Reply(client.send(request, BodyHandlers.ofString()));
      refuseMisfits(request, reply);
      return reply;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Whatever is asked and answered in tests is as it is documented. */
  private static void refuseMisfits(HttpRequest request, Reply reply) {
    var uri = request.uri();
    var target = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    var asked =
        new Fitting.Asked(request.method(), target, request.headers().map(), SentBody.of(request));
    var answered =
        new Fitting.Answered(
            reply.status(), reply.response().headers().map(), reply.response().body());
    assertThat(Fitting.misfits(asked, answered))
        .as("%s %s: %s", request.method(), uri, reply.response().body())
        .isEmpty();
  }

  private static HttpRequest.BodyPublisher publisher(String body) {
    return BodyPublishers.ofString(body);
  }

  @Override
  public void close() {
    client.close();
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().join();
  }

  /** What came back. */
  record Reply(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    JsonNode json() {
      try {
        return FactFormat.JSON.readTree(response.body());
      } catch (IOException e) {
        throw new UncheckedIOException(response.body(), e);
      }
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }
}
