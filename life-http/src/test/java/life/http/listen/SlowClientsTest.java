package life.http.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class SlowClientsTest {
  private static final String HEAD = "POST /body HTTP/1.1\r\nHost: life\r\n";
  private static final Duration SOON = Duration.ofMillis(300);
  private static final Duration LATE = Duration.ofMinutes(1);
  private static final int CROWD = 400;
  private static final long MOST_MILLIS = 1_000;

  private static ListenSettings heads(Duration deadline) {
    return ListenSettings.STANDARD.within(deadline, LATE, LATE);
  }

  @Test
  void whoSaysNothingIsClosedWithoutAWord() {
    try (var ground = new Ground(heads(SOON));
        var wire = ground.wire()) {
      assertThat(wire.isEnded()).isTrue();
    }
  }

  @Test
  void halfAHeadIsAnsweredWith408() {
    try (var ground = new Ground(heads(SOON));
        var wire = ground.wire().send("GET / HTTP/1.1\r\nHost: li")) {
      var answer = wire.answer();
      assertThat(answer.status()).isEqualTo(408);
      assertThat(answer.json().get("type").asText()).isEqualTo("/problems/too-slow");
      assertThat(wire.isEnded()).isTrue();
      assertThat(ground.listener().refusals(Refusal.SLOW_HEAD)).isOne();
    }
  }

  @Test
  void bytesThatTrickleInDoNotProlongIt() throws InterruptedException {
    try (var ground = new Ground(heads(SOON));
        var wire = ground.wire().send("GET / HTTP/1.1\r\n")) {
      for (int i = 0; i < 8; i++) {
        trickle(wire);
        Thread.sleep(SOON.toMillis() / 4);
      }
      assertThat(wire.answer().status()).isEqualTo(408);
    }
  }

  @Test
  void theHeadOfALaterRequestHasTheSameTimeFromItsFirstByte() throws InterruptedException {
    try (var ground = new Ground(heads(SOON));
        var wire = ground.wire()) {
      assertThat(wire.get("/one").answer().status()).isEqualTo(200);
      Thread.sleep(2 * SOON.toMillis());
      assertThat(wire.get("/two").answer().body()).isEqualTo("/two ");
      assertThat(wire.send("GET /thr").answer().status()).isEqualTo(408);
    }
  }

  @Test
  void whoAsksNothingMoreIsClosedAfterAWhile() {
    try (var ground = new Ground(ListenSettings.STANDARD.within(LATE, SOON, LATE));
        var wire = ground.wire()) {
      assertThat(wire.get("/").answer().status()).isEqualTo(200);
      assertThat(wire.isEnded()).isTrue();
    }
  }

  @Test
  void aBodyThatStopsComingIsAnsweredWith408() {
    try (var ground = new Ground(ListenSettings.STANDARD.within(LATE, SOON, LATE));
        var wire = ground.wire().send(HEAD + "Content-Length: 10\r\n\r\nabc")) {
      assertThat(wire.answer().status()).isEqualTo(408);
      assertThat(wire.isEnded()).isTrue();
      assertThat(ground.listener().refusals(Refusal.SLOW_BODY)).isOne();
    }
  }

  @Test
  void aBodyThatComesSlowlyIsTaken() throws InterruptedException {
    try (var ground = new Ground(ListenSettings.STANDARD.within(SOON, SOON, SOON));
        var wire = ground.wire().send(HEAD + "Content-Length: 10\r\n\r\n")) {
      for (int i = 0; i < 10; i++) {
        Thread.sleep(SOON.toMillis() / 4);
        wire.send("x");
      }
      assertThat(wire.answer().body()).isEqualTo("/body " + "x".repeat(10));
    }
  }

  @Test
  void anAnswerThatIsNotThereInTimeIsAProblem() {
    try (var ground = new Ground(ListenSettings.STANDARD.within(LATE, LATE, SOON));
        var wire = ground.wire().get("/later")) {
      var answer = wire.answer();
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.json().get("type").asText()).isEqualTo("/problems/not-ready");
      assertThat(ground.listener().refusals(Refusal.SLOW_ANSWER)).isOne();
    }
  }

  @Test
  void whileAnAnswerIsMadeItsClientIsNotIdle() throws InterruptedException {
    try (var ground = new Ground(ListenSettings.STANDARD.within(SOON, SOON, LATE));
        var wire = ground.wire().get("/later")) {
      Thread.sleep(3 * SOON.toMillis());
      ground.now();
      assertThat(wire.answer().body()).isEqualTo("now");
    }
  }

  @Test
  void whoDoesNotReadItsAnswerIsCut() {
    try (var ground = new Ground(ListenSettings.STANDARD.within(LATE, SOON, LATE))) {
      ground.wire().get("/large");
      Awaitility.await().until(() -> ground.listener().connections() == 0);
      assertThat(ground.listener().refusals(Refusal.SLOW_READER)).isOne();
    }
  }

  @Test
  void aStreamGoesOnAsLongAsItMoves() throws Exception {
    try (var ground = new Ground(ListenSettings.STANDARD.within(SOON, SOON, SOON));
        var wire = ground.wire().get("/stream")) {
      assertThat(wire.head().status()).isEqualTo(200);
      long end = System.nanoTime() + 3 * SOON.toNanos();
      while (System.nanoTime() < end) {
        assertThat(wire.chunk()).isNotEmpty();
      }
      ground.endStreams();
      while (wire.chunk().length > 0) {}
      assertThat(wire.get("/after").answer().body()).isEqualTo("/after ");
    }
  }

  @Test
  void hundredsOfSlowHeadsAndBodiesKeepNobodyElseWaiting() throws InterruptedException {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    var random = new Random(seed);
    try (var ground = new Ground(heads(Duration.ofSeconds(2)));
        var other = ground.wire()) {
      for (int i = 0; i < 500; i++) {
        other.get("/warm").answer();
      }
      var slow = new ArrayList<Wire>();
      for (int i = 0; i < CROWD; i++) {
        slow.add(ground.wire().send("GET / HTTP/1.1\r\nHost: life\r\n"));
        slow.add(ground.wire().send(HEAD + "Content-Length: 4096\r\n\r\n"));
      }
      var millis = new ArrayList<Long>();
      for (int round = 0; round < 300; round++) {
        for (int i = 0; i < 20; i++) {
          trickle(slow.get(random.nextInt(slow.size())));
        }
        long start = System.nanoTime();
        assertThat(other.get("/other").answer().status()).isEqualTo(200);
        millis.add((System.nanoTime() - start) / 1_000_000);
        Thread.sleep(10);
      }
      Collections.sort(millis);
      System.out.printf(
          "another client beside %d slow ones: median %d ms, max %d ms%n",
          slow.size(), millis.get(millis.size() / 2), millis.getLast());
      assertThat(millis.getLast()).isLessThan(MOST_MILLIS);
      assertThat(ground.listener().refusals(Refusal.SLOW_HEAD)).isEqualTo(CROWD);
    }
  }

  private static void trickle(Wire wire) {
    try {
      wire.send("x");
    } catch (UncheckedIOException e) {
      // it was closed meanwhile
    }
  }
}
