package life.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class FrontTest {
  private static final int CLIENTS = 200;
  private static final int RESTARTS = 8;
  private static final int BACKLOG = 1_024;
  private static final int MOST_FAILURES = 5 * RESTARTS;

  /** HttpServer, when it stops, may forget a connection and leave it open; a process can't. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final InetSocketAddress ANYWHERE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  @Test
  void anotherChildTakesOverWhileTheOldOneEnds() throws Exception {
    try (var front = Front.open(ANYWHERE, Limits.STANDARD);
        var old = Child.thatSays("a.");
        var young = Child.thatSays("b.")) {
      front.to(old.address());
      try (var first = Peer.of(front).say("?")) {
        assertThat(first.hear(2)).isEqualTo("a.");
        front.hold();
        old.leave();
        front.to(young.address());
        try (var second = Peer.of(front).say("?")) {
          assertThat(second.hear(2)).isEqualTo("b.");
          assertThat(first.say("?").hear(2)).isEqualTo("a.");
          assertThat(front.connections()).isEqualTo(2);
        }
      }
    }
  }

  @Test
  void whileTheChildIsRestartedAgainAndAgainEachRequestIsAnswered() throws Exception {
    var limits = new Limits(2 * CLIENTS, CLIENTS, LONG, LONG);
    var restarts = new AtomicInteger();
    try (var front = Front.open(ANYWHERE, limits);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var http = HttpClient.newBuilder().executor(threads).build()) {
      var child = http(threads, 0);
      front.to(child.getAddress());
      var clients = new ArrayList<Future<Integer>>();
      for (int i = 0; i < CLIENTS; i++) {
        var words = "client " + i;
        clients.add(threads.submit(() -> ask(http, front, words, restarts)));
      }
      for (int i = 1; i <= RESTARTS; i++) {
        front.hold();
        child.stop(0);
        Awaitility.await().atMost(LONG).until(() -> front.waiting() > 0);
        child = http(threads, i);
        front.to(child.getAddress());
        restarts.set(i);
      }
      for (var client : clients) {
        assertThat(client.get()).isEqualTo(RESTARTS);
      }
      child.stop(0);
      assertThat(front.waiting()).isZero();
    }
  }

  /** Says what it is asked, and which child it is. */
  private static HttpServer http(ExecutorService threads, int number) throws IOException {
    var server = HttpServer.create(ANYWHERE, BACKLOG);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Child", Integer.toString(number));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    return server;
  }

  /** Asks until the last child has answered, and again where a child ended instead of answering. */
  private static int ask(HttpClient http, Front front, String words, AtomicInteger restarts)
      throws Exception {
    var uri = URI.create("http://127.0.0.1:" + front.address().getPort() + "/");
    var request =
        HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(words)).timeout(PATIENCE).build();
    int child = 0;
    int failures = 0;
    while (child < RESTARTS) {
      int before = restarts.get();
      try {
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(words);
        child =
            answer.headers().firstValueAsLong("Child").stream().mapToInt(Math::toIntExact).sum();
        assertThat(child).isGreaterThanOrEqualTo(before);
      } catch (ConnectException e) {
        throw new AssertionError("the front was away", e);
      } catch (IOException e) {
        // a child ended before it answered
        failures++;
        if (failures > MOST_FAILURES) {
          throw e;
        }
      }
    }
    return child;
  }

  @Test
  void closingItEndsAllThatWaitAndAllThatSpeak() throws Exception {
    var front = Front.open(ANYWHERE, new Limits(3, 2, LONG, LONG));
    try (var child = Child.thatSays("ok")) {
      front.to(child.address());
      try (var speaking = Peer.of(front).say("?")) {
        assertThat(speaking.hear(2)).isEqualTo("ok");
        front.hold();
        try (var waiting = Peer.of(front);
            var alsoWaiting = Peer.of(front);
            var _ = Peer.of(front)) {
          Awaitility.await().until(() -> front.waiting() == 2);
          front.close();
          assertThat(front.isEnded()).isTrue();
          assertThat(front.connections()).isZero();
          assertThat(front.waiting()).isZero();
          assertThat(isEnded(() -> speaking.hear(1))).isTrue();
          assertThat(isEnded(() -> waiting.hear(1))).isTrue();
          assertThat(isEnded(() -> alsoWaiting.hear(1))).isTrue();
        }
      }
      assertThatThrownBy(() -> Peer.of(front)).isInstanceOf(ConnectException.class);
    }
  }

  private static boolean isEnded(Callable<String> hearing) throws Exception {
    try {
      return hearing.call().isEmpty();
    } catch (java.net.SocketException e) {
      return true;
    }
  }

  @Test
  void aPortHasOneFrontAtATime() throws Exception {
    var front = Front.open(ANYWHERE, Limits.STANDARD);
    var address = front.address();
    assertThatThrownBy(() -> Front.open(address, Limits.STANDARD))
        .isInstanceOf(BindException.class);
    front.close();
    try (var next = Front.open(address, Limits.STANDARD)) {
      assertThat(next.address()).isEqualTo(address);
    }
  }
}
