package life.http.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.http.scaladsl.model.EntityStreamException;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class ConnectionsTest {
  private static final Duration LATE = Duration.ofMinutes(1);

  @Test
  void aConnectionServesManyRequests() {
    try (var ground = new Ground();
        var wire = ground.wire()) {
      for (int i = 0; i < 1_000; i++) {
        assertThat(wire.get("/" + i).answer().body()).isEqualTo("/" + i + " ");
      }
      assertThat(ground.listener().connections()).isOne();
    }
  }

  @Test
  void requestsThatComeAtOnceAreAnsweredInTheirOrder() {
    try (var ground = new Ground();
        var wire = ground.wire()) {
      var all = new StringBuilder();
      for (int i = 0; i < 50; i++) {
        all.append("POST /")
            .append(i)
            .append(" HTTP/1.1\r\nHost: life\r\nContent-Length: 3\r\n\r\nabc");
      }
      wire.send(all.toString());
      for (int i = 0; i < 50; i++) {
        assertThat(wire.answer().body()).isEqualTo("/" + i + " abc");
      }
    }
  }

  @Test
  void whoSendsNothingMoreIsAnsweredNevertheless() {
    try (var ground = new Ground();
        var wire = ground.wire().get("/later").end()) {
      ground.now();
      assertThat(wire.answer().body()).isEqualTo("now");
      assertThat(wire.isEnded()).isTrue();
    }
  }

  @Test
  void whoVanishesInTheMidstOfABodyHasSentOnlyAPartOfIt() {
    try (var ground = new Ground()) {
      ground.wire().send("POST /body HTTP/1.1\r\nHost: life\r\nContent-Length: 10\r\n\r\nabc");
      Awaitility.await().until(() -> ground.asked() == 1);
      var half =
          ground.wire().send("POST /body HTTP/1.1\r\nHost: life\r\nContent-Length: 9\r\n\r\n");
      Awaitility.await().until(() -> ground.asked() == 2);
      half.vanish();
      Awaitility.await().until(() -> ground.failures().size() == 1);
      assertThat(ground.failures().element()).isInstanceOf(EntityStreamException.class);
      assertThat(ground.listener().connections()).isOne();
    }
  }

  @Test
  void aHeadThatEndsTooEarlyIsRefused() {
    try (var ground = new Ground();
        var wire = ground.wire().send("GET / HTTP/1.1\r\nHost").end()) {
      assertThat(wire.answer().status()).isEqualTo(400);
      assertThat(wire.isEnded()).isTrue();
    }
  }

  @Test
  void aChunkedRequestIsTheLastOnItsConnection() {
    try (var ground = new Ground();
        var wire = ground.wire()) {
      wire.send("POST /chunks HTTP/1.1\r\nHost: life\r\nTransfer-Encoding: chunked\r\n\r\n");
      wire.send("3\r\nabc\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: life\r\n\r\n");
      var answer = wire.answer();
      assertThat(answer.body()).isEqualTo("/chunks abc");
      assertThat(answer.header("Connection")).isEqualTo("close");
      assertThat(wire.isEnded()).isTrue();
    }
  }

  @Test
  void bodiesComeWhenTheyAreAskedFor() {
    try (var ground = new Ground();
        var wire = ground.wire()) {
      wire.send(
          "POST /body HTTP/1.1\r\nHost: life\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
      assertThat(wire.head().status()).isEqualTo(100);
      assertThat(wire.send("abc").answer().body()).isEqualTo("/body abc");
      assertThat(wire.get("/next").answer().body()).isEqualTo("/next ");
    }
  }

  @Test
  void whenAllAreBusyOneMoreIsToldThatThereAreTooMany() {
    try (var ground = new Ground(ListenSettings.STANDARD.atMost(3))) {
      for (int i = 0; i < 3; i++) {
        ground.wire().get("/later");
      }
      Awaitility.await().until(() -> ground.asked() == 3);
      try (var oneMore = ground.wire().get("/")) {
        var answer = oneMore.answer();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().get("type").asText()).isEqualTo("/problems/too-many-connections");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.header("Connection")).isEqualTo("close");
        assertThat(oneMore.isEnded()).isTrue();
      }
      assertThat(ground.listener().refusals(Refusal.TOO_MANY)).isOne();
      assertThat(ground.listener().connections()).isEqualTo(3);
    }
  }

  @Test
  void whoWaitedForLongestMakesWayForOneMore() {
    try (var ground = new Ground(ListenSettings.STANDARD.atMost(3))) {
      var busy = ground.wire().get("/later");
      Awaitility.await().until(() -> ground.asked() == 1);
      var oldest = ground.wire().send("GET / HTTP/1.1\r\n");
      Awaitility.await().until(() -> ground.listener().connections() == 2);
      var younger = ground.wire();
      Awaitility.await().until(() -> ground.listener().connections() == 3);
      assertThat(ground.wire().get("/new").answer().body()).isEqualTo("/new ");
      assertThat(oldest.isEnded()).isTrue();
      assertThat(younger.get("/younger").answer().body()).isEqualTo("/younger ");
      ground.now();
      assertThat(busy.answer().body()).isEqualTo("now");
      assertThat(ground.listener().refusals(Refusal.CROWDED_OUT)).isOne();
    }
  }

  @Test
  void aFloodOfConnectionsLeavesOnlySoManyOpen() {
    try (var ground = new Ground(ListenSettings.STANDARD.atMost(10))) {
      for (int i = 0; i < 500; i++) {
        ground.wire();
      }
      assertThat(ground.wire().get("/other").answer().body()).isEqualTo("/other ");
      assertThat(ground.listener().connections()).isEqualTo(10);
    }
  }

  @Test
  void aChannelStaysOpenAsLongAsItMoves() throws Exception {
    var soon = Duration.ofMillis(300);
    try (var ground = new Ground(ListenSettings.STANDARD.within(soon, LATE, LATE));
        var client = HttpClient.newHttpClient()) {
      var echo = new CompletableFuture<String>();
      var channel =
          client
              .newWebSocketBuilder()
              .buildAsync(
                  URI.create("ws:/" + ground.listener().localAddress() + "/channel"),
                  new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(
                        WebSocket socket, CharSequence text, boolean isLast) {
                      echo.complete(text.toString());
                      return CompletableFuture.completedFuture(null);
                    }
                  })
              .get(30, TimeUnit.SECONDS);
      Thread.sleep(2 * soon.toMillis());
      channel.sendText("hello", true).get(30, TimeUnit.SECONDS);
      assertThat(echo.get(30, TimeUnit.SECONDS)).isEqualTo("hello");
      channel.abort();
    }
  }

  @Test
  void anAddressInUseIsNamedAsTheCause() {
    try (var ground = new Ground()) {
      var second =
          Listener.bind(
              ground.system(),
              "127.0.0.1",
              ground.listener().localAddress().getPort(),
              ListenSettings.STANDARD,
              _ -> CompletableFuture.completedFuture(Ground.text("")));
      Assertions.assertThatThrownBy(() -> second.toCompletableFuture().join())
          .rootCause()
          .isInstanceOf(BindException.class);
    }
  }

  @Test
  void settingsOutOfBoundsAreRefused() {
    Assertions.assertThatThrownBy(() -> ListenSettings.STANDARD.atMost(0))
        .hasMessage("mostConnections must be from 1 to 65536, but was 0");
    Assertions.assertThatThrownBy(() -> ListenSettings.STANDARD.within(Duration.ZERO, LATE, LATE))
        .hasMessageContaining("headDeadline must be from PT0.01S to PT10M, but was PT0S");
  }
}
