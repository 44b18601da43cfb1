package life.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class HoldTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Limits STANDARD = new Limits(64, 64, LONG, LONG);

  private static Front front(Limits limits) throws IOException {
    return Front.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), limits);
  }

  private static HttpResponse<String> post(Front front, String body) throws Exception {
    var uri = URI.create("http://127.0.0.1:" + front.address().getPort() + "/v1/lives");
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(body)).build(),
          BodyHandlers.ofString());
    }
  }

  private static void awaitWaiting(Front front, int many) {
    Awaitility.await().until(() -> front.waiting() == many);
  }

  private static void assertApology(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    var problem = new ObjectMapper().readTree(answer.body());
    assertThat(problem.get("type").asText()).isEqualTo("/problems/not-ready");
    assertThat(problem.get("title").asText()).isEqualTo("Not ready yet");
    assertThat(problem.get("status").asInt()).isEqualTo(503);
    assertThat(problem.get("detail").asText()).startsWith("Life is being restarted");
  }

  @Test
  void whoComesBeforeTheChildWaitsForIt() throws Exception {
    try (var front = front(STANDARD);
        var child = Child.thatSays("ok");
        var client = Peer.of(front)) {
      client.say("?");
      awaitWaiting(front, 1);
      front.to(child.address());
      assertThat(client.hear(2)).isEqualTo("ok");
      assertThat(front.waiting()).isZero();
    }
  }

  @Test
  void whoComesWhileTheChildIsAwayWaitsAndOthersGoOn() throws Exception {
    try (var front = front(STANDARD);
        var child = Child.thatSays("ok")) {
      front.to(child.address());
      try (var before = Peer.of(front)) {
        assertThat(before.say("?").hear(2)).isEqualTo("ok");
        front.hold();
        try (var after = Peer.of(front).say("?")) {
          awaitWaiting(front, 1);
          assertThat(before.say("?").hear(2)).isEqualTo("ok");
          front.to(child.address());
          assertThat(after.hear(2)).isEqualTo("ok");
        }
      }
    }
  }

  @Test
  void whomTheChildRefusesWaitsForTheNextOne() throws Exception {
    try (var front = front(STANDARD);
        var child = Child.thatSays("ok")) {
      front.to(Child.nobody());
      try (var client = Peer.of(front).say("?")) {
        awaitWaiting(front, 1);
        front.to(Child.nobody());
        awaitWaiting(front, 1);
        front.to(child.address());
        assertThat(client.hear(2)).isEqualTo("ok");
      }
    }
  }

  @Test
  void manyWaitAndAllAreServed() throws Exception {
    try (var front = front(STANDARD);
        var child = Child.thatSays("ok")) {
      var clients = new ArrayList<Peer>();
      for (int i = 0; i < STANDARD.mostWaiting(); i++) {
        clients.add(Peer.of(front).say("?"));
      }
      awaitWaiting(front, STANDARD.mostWaiting());
      front.to(child.address());
      for (var client : clients) {
        assertThat(client.hear(2)).isEqualTo("ok");
        client.close();
      }
      Awaitility.await().until(() -> front.connections() == 0);
    }
  }

  @Test
  void whoIsOneTooManyToWaitIsToldWhenToComeAgain() throws Exception {
    try (var front = front(new Limits(8, 1, LONG, LONG));
        var _ = Peer.of(front)) {
      awaitWaiting(front, 1);
      assertApology(post(front, "{}"));
    }
  }

  @Test
  void whoWaitsTooLongIsToldWhenToComeAgain() throws Exception {
    try (var front = front(new Limits(8, 8, Duration.ofMillis(100), LONG))) {
      assertApology(post(front, "{}"));
      assertThat(front.waiting()).isZero();
    }
  }

  @Test
  void whomNoChildTakesIsToldWhenToComeAgain() throws Exception {
    try (var front = front(new Limits(8, 8, Duration.ofMillis(100), LONG))) {
      front.to(Child.nobody());
      assertApology(post(front, "{}"));
    }
  }

  @Test
  void whoIsOneTooManyIsToldWhenToComeAgain() throws Exception {
    try (var front = front(new Limits(1, 1, LONG, LONG));
        var child = Child.thatSays("ok")) {
      front.to(child.address());
      try (var first = Peer.of(front).say("?")) {
        assertThat(first.hear(2)).isEqualTo("ok");
        assertApology(post(front, "{}"));
      }
      Awaitility.await().until(() -> front.connections() == 0);
      try (var next = Peer.of(front).say("?")) {
        assertThat(next.hear(2)).isEqualTo("ok");
      }
    }
  }

  @Test
  void aLargeRequestThatCouldNotWaitIsAnsweredToo() throws Exception {
    try (var front = front(new Limits(8, 0, LONG, LONG))) {
      for (int i = 0; i < 20; i++) {
        assertApology(post(front, "x".repeat(1 << 20)));
      }
    }
  }

  @Test
  void limitsHaveLimits() {
    assertThatThrownBy(() -> new Limits(0, 0, LONG, LONG))
        .hasMessage("mostConnections must be from 1 to 65536, but was 0");
    assertThatThrownBy(() -> new Limits(8, 9, LONG, LONG))
        .hasMessage("mostWaiting must be from 0 to 8, but was 9");
    assertThatThrownBy(() -> new Limits(8, 8, Duration.ZERO, LONG))
        .hasMessageStartingWith("longestWait must be from");
    assertThatThrownBy(() -> new Limits(8, 8, LONG, Duration.ofDays(1)))
        .hasMessageStartingWith("longestStall must be from");
  }
}
