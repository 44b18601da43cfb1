package life.http.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.Done;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class ClosingTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);

  private static void await(CompletionStage<Done> closed) throws Exception {
    closed.toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  @Test
  void nobodyThereIsNobodyToWaitFor() throws Exception {
    try (var ground = new Ground()) {
      await(ground.close(LONG));
      await(ground.close(LONG));
      Assertions.assertThatThrownBy(ground::wire).isInstanceOf(UncheckedIOException.class);
    }
  }

  @Test
  void whoHasNothingToAskIsClosedAtOnce() throws Exception {
    try (var ground = new Ground();
        var fresh = ground.wire();
        var idle = ground.wire().get("/")) {
      assertThat(idle.answer().status()).isEqualTo(200);
      Awaitility.await().until(() -> ground.listener().connections() == 2);
      var closed = ground.close(LONG);
      assertThat(idle.isEnded()).isTrue();
      assertThat(fresh.isEnded()).isTrue();
      await(closed);
      assertThat(ground.listener().connections()).isZero();
    }
  }

  @Test
  void halfAHeadIsToldThatItIsTooLate() throws Exception {
    try (var ground = new Ground();
        var wire = ground.wire().send("GET / HT")) {
      Awaitility.await().until(() -> ground.listener().connections() == 1);
      Thread.sleep(SHORT.toMillis());
      var closed = ground.close(LONG);
      var answer = wire.answer();
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.json().get("type").asText()).isEqualTo("/problems/shutting-down");
      assertThat(wire.isEnded()).isTrue();
      await(closed);
    }
  }

  @Test
  void whatWasAskedIsAnsweredFirst() throws Exception {
    try (var ground = new Ground();
        var wire = ground.wire().get("/later")) {
      Awaitility.await().until(() -> ground.asked() == 1);
      var closed = ground.close(LONG);
      assertThat(closed.toCompletableFuture()).isNotDone();
      ground.now();
      var answer = wire.answer();
      assertThat(answer.body()).isEqualTo("now");
      assertThat(answer.header("Connection")).isEqualTo("close");
      assertThat(wire.isEnded()).isTrue();
      await(closed);
    }
  }

  @Test
  void aBodyThatIsStillComingIsTaken() throws Exception {
    try (var ground = new Ground();
        var wire =
            ground.wire().send("POST /b HTTP/1.1\r\nHost: life\r\nContent-Length: 6\r\n\r\nabc")) {
      Awaitility.await().until(() -> ground.asked() == 1);
      var closed = ground.close(LONG);
      assertThat(wire.send("def").answer().body()).isEqualTo("/b abcdef");
      assertThat(wire.isEnded()).isTrue();
      await(closed);
    }
  }

  @Test
  void aStreamEndsWhenItsSourceDoes() throws Exception {
    try (var ground = new Ground();
        var wire = ground.wire().get("/stream")) {
      assertThat(wire.head().status()).isEqualTo(200);
      assertThat(wire.chunk()).isNotEmpty();
      var closed = ground.close(LONG);
      assertThat(wire.chunk()).isNotEmpty();
      ground.endStreams();
      while (wire.chunk().length > 0) {}
      assertThat(wire.isEnded()).isTrue();
      await(closed);
    }
  }

  @Test
  void whatDoesNotEndIsCutWhenPatienceIs() throws Exception {
    try (var ground = new Ground();
        var stream = ground.wire().get("/stream");
        var later = ground.wire().get("/later")) {
      ground.wire().get("/large");
      assertThat(stream.head().status()).isEqualTo(200);
      Awaitility.await().until(() -> ground.asked() == 3);
      await(ground.close(SHORT));
      assertThat(ground.listener().connections()).isZero();
      assertThat(later.isEnded()).isTrue();
    }
  }
}
