package life.http;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.event.Logging;
import org.apache.pekko.http.impl.engine.ws.FrameEvent;
import org.apache.pekko.http.impl.engine.ws.FrameEvent$;
import org.apache.pekko.http.impl.engine.ws.FrameStart;
import org.apache.pekko.http.impl.engine.ws.Protocol$Opcode$Close$;
import org.apache.pekko.http.impl.engine.ws.UpgradeToWebSocketLowLevel;
import org.apache.pekko.http.impl.engine.ws.WebSocket$;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.ws.Message;
import org.apache.pekko.http.javadsl.model.ws.WebSocketUpgrade;
import org.apache.pekko.http.scaladsl.settings.ServerSettings;
import org.apache.pekko.stream.javadsl.BidiFlow;
import org.apache.pekko.stream.javadsl.Flow;
import scala.Option;
import scala.concurrent.duration.FiniteDuration;

/**
 * A WebSocket whose last frame says why it ends, and that ends when its peer is gone. Pekko HTTP
 * itself says only that it is over (1000) or broken (1011), so this is built from its parts, which
 * are not its public API.
 */
final class Frames {
  private static final FiniteDuration FAREWELL = FiniteDuration.create(3, TimeUnit.SECONDS);

  private final ActorSystem<?> system;
  private final Duration heartbeat;
  private final Duration patience;

  /**
   * How long silence may last.
   *
   * @param heartbeat after so long a silence the peer is asked whether it is still there
   * @param patience whoever takes nothing for so long is cut off
   */
  Frames(ActorSystem<?> system, Duration heartbeat, Duration patience) {
    this.system = system;
    this.heartbeat = heartbeat;
    this.patience = patience;
  }

  /** The frames of these messages. */
  Flow<FrameEvent, FrameEvent, NotUsed> of(
      Flow<Message, Message, NotUsed> messages, Supplier<Optional<Farewell>> farewell) {
    var settings =
        ServerSettings.apply(system.settings().config())
            .websocketSettings()
            .withPeriodicKeepAliveMaxIdle(
                FiniteDuration.create(heartbeat.toMillis(), TimeUnit.MILLISECONDS));
    var log = Logging.getLogger(Adapter.toClassic(system), Frames.class);
    var talk =
        Flow.of(org.apache.pekko.http.scaladsl.model.ws.Message.class)
            .map(Message::adapt)
            .via(messages)
            .map(Message::asScala);
    var stack = new BidiFlow<>(WebSocket$.MODULE$.stack(true, settings, FAREWELL, log));
    return Flow.of(FrameEvent.class)
        .idleTimeout(heartbeat.multipliedBy(4))
        .via(stack.join(talk))
        .map(frame -> farewell.get().map(why -> saying(why, frame)).orElse(frame))
        .backpressureTimeout(patience);
  }

  private static FrameEvent saying(Farewell why, FrameEvent frame) {
    boolean isLast =
        frame instanceof FrameStart start
            && start.header().opcode().equals(Protocol$Opcode$Close$.MODULE$);
    return isLast
        ? FrameEvent$.MODULE$.closeFrame(why.code(), why.reason(), Option.empty())
        : frame;
  }

  /** Switches a connection over to these frames. */
  static HttpResponse upgrade(WebSocketUpgrade upgrade, Flow<FrameEvent, FrameEvent, ?> frames) {
    return ((UpgradeToWebSocketLowLevel) upgrade)
        .handleFrames(frames.mapMaterializedValue(Object.class::cast), Option.empty());
  }
}
