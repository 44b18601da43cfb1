package life.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.impl.engine.ws.FrameEvent;
import org.apache.pekko.http.impl.engine.ws.FrameStart;
import org.apache.pekko.http.javadsl.model.ws.Message;
import org.apache.pekko.http.javadsl.model.ws.TextMessage;
import org.apache.pekko.stream.BackpressureTimeoutException;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The frames of a WebSocket, without a connection. */
@Timeout(60)
class FramesTest {
  private OpenHouse house;

  @BeforeEach
  void open(@TempDir Path data) {
    house = new OpenHouse(data);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whoeverTakesNothingIsCutOff() {
    Flow<Message, Message, NotUsed> endless = saying(Source.repeat(TextMessage.create("more")));
    var frames = frames(Duration.ofHours(1), Duration.ofMillis(300));
    var taking =
        Source.<FrameEvent>maybe()
            .via(frames.of(endless, Optional::empty))
            .runWith(Sink.queue(1), house.service().system());
    assertThat(taking.pull().toCompletableFuture().join()).isPresent();
    assertThatThrownBy(
            () -> {
              Thread.sleep(1_000);
              for (int i = 0; i < 100; i++) {
                taking.pull().toCompletableFuture().join();
              }
            })
        .hasRootCauseInstanceOf(BackpressureTimeoutException.class);
  }

  @Test
  void aPeerThatNoLongerAnswersIsLetGo() {
    var frames = frames(Duration.ofMillis(100), Duration.ofHours(1));
    CompletionStage<Done> end =
        Source.<FrameEvent>maybe()
            .via(frames.of(saying(Source.maybe()), Optional::empty))
            .runWith(Sink.ignore(), house.service().system());
    assertThatThrownBy(() -> end.toCompletableFuture().join())
        .hasRootCauseInstanceOf(TimeoutException.class);
  }

  @Test
  void theLastFrameSaysWhyItEnds() {
    var frames = frames(Duration.ofHours(1), Duration.ofHours(1));
    var last =
        Source.<FrameEvent>maybe()
            .viaMat(
                frames.of(saying(Source.empty()), () -> Optional.of(Farewell.LEAVING)),
                Keep.right())
            .runWith(Sink.head(), house.service().system())
            .toCompletableFuture()
            .join();
    var data = ((FrameStart) last).data();
    assertThat(((data.apply(0) & 0xff) << 8) | (data.apply(1) & 0xff)).isEqualTo(1001);
    assertThat(data.drop(2).utf8String()).isEqualTo(Farewell.LEAVING.reason());
  }

  private static Flow<Message, Message, NotUsed> saying(Source<? extends Message, ?> what) {
    return Flow.fromSinkAndSource(Sink.ignore(), what.map(message -> (Message) message));
  }

  private Frames frames(Duration heartbeat, Duration patience) {
    return new Frames(house.service().system(), heartbeat, patience);
  }
}
