package life.http;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import life.actor.Lives;
import life.being.LifeId;
import life.http.Described.Operation;
import life.http.Fitting.Answered;
import life.http.gate.Access;
import life.http.gate.Token;
import life.world.Stimulus;
import org.apache.pekko.actor.PoisonPill;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each answer that the OpenAPI document promises can be had, and is as it says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class EveryAnswerIsAsDescribedTest {
  private static final int DAY = 86_400;
  private static final int MANY_TRIES = 5;
  private static final int MOST_WORK = 16;

  /** Work that nobody waits for to its end. */
  private static final String LONG_WORK =
      "{\"at\":\"birth\",\"until\":{\"seconds\":100000000},\"seeds\":1000}";

  /** What waits for nothing but the time: all of them at once, in a test of its own. */
  private static final int TOO_SLOW = 408;

  private OpenHouse house;
  private OpenHouse strict;
  private OpenHouse busy;
  private OpenHouse broken;
  private HttpServerOfThePast past;
  private int cancelled;

  /** A look at lives that nobody lets live. */
  private record HttpServerOfThePast(URI address) {
    static HttpServerOfThePast of(OpenHouse house) {
      var binding =
          HttpServer.bindPast(
                  house.service(),
                  new Access(house.token(), Optional.empty(), false, Set.of(), 0),
                  "127.0.0.1",
                  0)
              .toCompletableFuture()
              .join();
      return new HttpServerOfThePast(
          URI.create("http://127.0.0.1:" + binding.localAddress().getPort()));
    }
  }

  @BeforeAll
  void open(@TempDir Path data, @TempDir Path other, @TempDir Path third, @TempDir Path fourth) {
    house = new OpenHouse(data);
    live();
    strict = new OpenHouse(other, new Access(Token.random(), Optional.empty(), false, Set.of(), 1));
    busy = new OpenHouse(third);
    broken = new OpenHouse(fourth);
    busy.post("/v1/admin/lives", "{\"name\":\"ada\",\"seed\":7}");
    past = HttpServerOfThePast.of(house);
    hurry();
    breakDown();
  }

  /** Lives of which something can be told: ada was flooded and noticed, bob is dead. */
  private void live() {
    for (var name : List.of("ada", "bob")) {
      house.post(
          "/v1/admin/lives",
          "{\"name\":\"%s\",\"seed\":7,\"mortality\":%s}".formatted(name, name.equals("bob")));
    }
    house.meet("bob", new Stimulus("shock", 1), 40);
    house.settled("bob");
    for (int day = 1; day <= 3; day++) {
      house.meet("ada", new Stimulus("shock", 0.9), 12);
      house.settled("ada");
      long tick = (long) day * DAY;
      house.put("/v1/time", "{\"step\":" + DAY + "}");
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> house.get("/v1/lives/ada").json().path("tick").asLong() >= tick);
    }
    for (var name : List.of("ada", "bob")) {
      var id = new LifeId(name);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() ->
              house.service().notices().orElseThrow().seq(id)
                  >= house.service().biography().lastSeq(id));
    }
    house.post("/v1/lives/ada/verifications", "{}");
    for (var name : List.of("ada", "bob")) {
      house.post("/v1/lives/" + name + "/notes", "{\"text\":\"how it goes on\"}");
    }
  }

  private void hurry() {
    for (int i = 0; i < MOST_WORK; i++) {
      assertThat(busy.post("/v1/lives/ada/branches", LONG_WORK).status()).isEqualTo(202);
    }
  }

  /** The journal is gone, and nobody answers any more. */
  private void breakDown() {
    var service = broken.service();
    service.facts().close();
    service.notes().close();
    service.lives().tell(new Lives.Wake(new LifeId("eve")));
    await().until(() -> broken.get("/v1/lives/eve").status() == 503);
    for (ActorRef<?> actor : List.of(service.ticker(), service.monitor(), service.lives())) {
      Adapter.toClassic(actor)
          .tell(PoisonPill.getInstance(), org.apache.pekko.actor.ActorRef.noSender());
    }
  }

  @AfterAll
  void close() {
    for (int number = 1; number <= 2 * MOST_WORK; number++) {
      busy.send(busy.request("/v1/work/" + number).DELETE().build());
    }
    List.of(house, strict, busy, broken).forEach(OpenHouse::close);
  }

  @TestFactory
  Stream<DynamicTest> eachAnswerCanBeHadAndIsAsDescribed() {
    return Described.operations().stream()
        .filter(operation -> !operation.isOfSecondListener())
        .flatMap(operation ->
            operation.statuses().stream()
                .filter(status -> status != TOO_SLOW)
                .map(status ->
                    DynamicTest.dynamicTest(
                        operation + ": " + status,
                        () -> assertThat(answer(operation, status).status()).isEqualTo(status))));
  }

  private Answered answer(Operation operation, int status) {
    var usual = Try.usual(operation, house);
    return switch (status) {
      case 101 -> upgrading(usual).sentTo(house.address());
      case 200 -> done(operation, usual).sentTo(house.address());
      case 202 -> accepted(operation);
      case 201, 426 -> usual.sentTo(house.address());
      case 204 -> usual.to(usual.target().replace("ada", "bob")).sentTo(house.address());
      case 304 -> {
        var tag = usual.sentTo(house.address()).header("ETag").getFirst();
        yield usual.with("If-None-Match", tag).sentTo(house.address());
      }
      case 400 -> usual.asking("no-such-parameter=1").sentTo(house.address());
      case 401 -> usual.with("Authorization", "Bearer no-such-token").sentTo(house.address());
      case 403 -> usual.with("Origin", "http://life.example").sentTo(house.address());
      case 404 -> missing(operation, usual).sentTo(house.address());
      case 409 -> upgrading(usual).sentTo(past.address());
      case 413 -> usual.with("Content-Length", "99999999999").saying("").sentTo(house.address());
      case 415 -> usual.with("Content-Type", "text/plain").sentTo(house.address());
      case 421 -> usual.with("Host", "life.example").sentTo(house.address());
      case 422 -> impossible(operation, usual).sentTo(house.address());
      case 429 -> tooOften(operation);
      case 503 -> notNow(operation);
      default -> throw new IllegalStateException(operation + ": nobody knows how to get " + status);
    };
  }

  private static Try upgrading(Try usual) {
    return usual
        .with("Connection", "Upgrade")
        .with("Upgrade", "websocket")
        .with("Sec-WebSocket-Version", "13")
        .with("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
  }

  private static Try done(Operation operation, Try usual) {
    if (operation.path().endsWith("/stimuli")) {
      return usual.saying("[" + usual.body() + "]");
    }
    boolean isWork = operation.statuses().contains(202);
    return isWork
        ? usual.to(usual.target().replace("/ada", "/bob"))
        : usual; // whose life was short
  }

  private Answered accepted(Operation operation) {
    if (operation.path().endsWith("/shutdown")) {
      return Try.usual(operation, broken).sentTo(broken.address());
    }
    var oldest = "/v1/work/" + ++cancelled;
    busy.send(busy.request(oldest).DELETE().build());
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !busy.get(oldest).json().path("status").asText().equals("running"));
    var request = Try.usual(operation, busy);
    return (operation.path().endsWith("/branches") ? request.saying(LONG_WORK) : request)
        .sentTo(busy.address());
  }

  private static Try missing(Operation operation, Try usual) {
    var path = operation.path();
    if (path.startsWith("/v1/lives/{id}")) {
      return upgrading(usual.to(usual.target().replace("ada", "nobody")));
    }
    return path.equals("/v1/stream")
        ? usual.asking("life=nobody")
        : usual.to(
            usual.target().replaceFirst("/[^/]*$", path.startsWith("/v1") ? "/999" : "/none"));
  }

  private static Try impossible(Operation operation, Try usual) {
    var path = operation.path();
    return switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "stimuli" -> usual.saying("{\"kind\":\"nonsense\",\"intensity\":0.5}");
      case "lives" -> usual.saying("{\"name\":\"eva\",\"world\":\"nowhere\"}");
      case "facts", "observations" -> usual.asking("kind=nonsense");
      case "state" -> usual.asking("path=nonsense");
      case "why" -> usual.to(usual.target().replace("energy", "nonsense"));
      default -> throw new IllegalStateException(operation + " is always possible");
    };
  }

  private Answered tooOften(Operation operation) {
    var request = Try.usual(operation, strict);
    for (int i = 0; i < MANY_TRIES; i++) {
      if (operation.path().endsWith("/shutdown")) {
        request = request.asking("no-such-parameter=1");
      }
      var answered = request.sentTo(strict.address());
      if (answered.status() == 429) {
        return answered;
      }
    }
    throw new AssertionError(operation + " could be asked at any rate");
  }

  private Answered notNow(Operation operation) {
    var path = operation.path();
    boolean isWork = operation.node().at("/responses/503/$ref").asText().endsWith("TooMuchWork");
    if (isWork) {
      busy.post("/v1/lives/ada/branches", LONG_WORK);
      return Try.usual(operation, busy).sentTo(busy.address());
    }
    var usual = Try.usual(operation, broken);
    var request = usual.to(usual.target().replace("/ada", "/eve"));
    // Of the present the monitor knows without the journal.
    return (path.endsWith("/windows") || path.endsWith("/interpretation")
            ? request.asking("at=birth")
            : upgrading(request))
        .sentTo(broken.address());
  }

  @Test
  void whoeverSendsTooSlowlyIsTold() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          Described.operations().stream()
              .filter(operation -> operation.statuses().contains(TOO_SLOW))
              .map(operation -> Try.usual(operation, house).with("Content-Length", "9").saying(""))
              .map(request -> supplyAsync(() -> request.sentTo(house.address()), threads))
              .toList();
      assertThat(answers).isNotEmpty();
      answers.forEach(answer -> assertThat(answer.join().status()).isEqualTo(TOO_SLOW));
    }
  }
}
