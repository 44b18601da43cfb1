package life.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import life.actor.Directory;
import life.being.LifeId;
import life.http.gate.Right;
import life.http.problem.Problem;
import life.http.problem.ProblemType;
import life.notice.Notices;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.http.impl.engine.ws.FrameEvent;
import org.apache.pekko.http.javadsl.model.AttributeKeys;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.ws.Message;
import org.apache.pekko.stream.KillSwitches;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.SharedKillSwitch;
import org.apache.pekko.stream.SystemMaterializer;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;

/** Conversations with beings, over WebSockets. */
final class ChannelEndpoints {
  private static final Duration GOODBYE = Duration.ofMillis(500);

  private final Service service;
  private final LifeEndpoints lives;
  private final Delivery delivery;
  private final Places places;
  private final Frames frames;
  private final Executor blocking;
  private final Materializer materializer;
  private final SharedKillSwitch end = KillSwitches.shared("channels");
  private volatile boolean isEnding;

  /**
   * Nobody speaks yet.
   *
   * @param places for those who listen; each conversation takes one
   */
  ChannelEndpoints(
      Service service, LifeEndpoints lives, Delivery delivery, Places places, Frames frames) {
    this.service = service;
    this.lives = lives;
    this.delivery = delivery;
    this.places = places;
    this.frames = frames;
    this.blocking = service.system().dispatchers().lookup(DispatcherSelector.blocking());
    this.materializer = SystemMaterializer.get(service.system()).materializer();
  }

  List<Endpoint> all() {
    return List.of(Endpoint.get("/v1/lives/{id}/channel", this::open).needing(Right.STIMULATE));
  }

  /** Ends all conversations, those to come as well, and gives them a moment to say so. */
  CompletionStage<Done> end() {
    isEnding = true;
    end.shutdown();
    return CompletableFuture.supplyAsync(
        () -> {
          places.awaitAll(GOODBYE);
          return Done.done();
        },
        blocking);
  }

  private CompletionStage<HttpResponse> open(Call call) {
    call.allowParameters("after");
    var life = lives.present(call.variable("id"));
    var upgrade =
        call.request()
            .getAttribute(AttributeKeys.webSocketUpgrade)
            .orElseThrow(() ->
                Problem.of(
                        ProblemType.UPGRADE_NEEDED,
                        "GET " + call.request().getUri().path() + " opens a WebSocket (RFC 6455)")
                    .with("Upgrade", "websocket")
                    .asException());
    if (places.isFull()) {
      throw Problem.tooManyStreams(places.most()).asException();
    }
    return CompletableFuture.supplyAsync(
        () -> {
          long last = service.biography().lastSeq(life.id());
          var after = call.whole("after", 0, last);
          var conversation =
              new Conversation(
                  life.id(),
                  meet ->
                      delivery
                          .deliver(lives.present(life.id().slug()), List.of(meet))
                          .thenApply(List::getFirst),
                  problem -> service.meters().refused(problem.type()),
                  Trace.of(call),
                  facts(life, after.orElse(last)),
                  observations(life.id(), after),
                  materializer);
          return Frames.upgrade(upgrade, placed(conversation));
        },
        blocking);
  }

  /** The conversation while there is a place for it, from when the connection really begins. */
  private Flow<FrameEvent, FrameEvent, ?> placed(Conversation conversation) {
    return Flow.fromMaterializer((_, _) -> {
      if (!places.tryTake(1)) {
        Flow<Message, Message, NotUsed> silence =
            Flow.fromSinkAndSourceCoupled(Sink.ignore(), Source.empty());
        return frames.of(silence, () -> Optional.of(Farewell.FULL));
      }
      return frames
          .of(conversation.messages().via(end.flow()), () -> farewell(conversation))
          .watchTermination((_, done) -> {
            done.whenComplete((_, _) -> places.release(1));
            return NotUsed.getInstance();
          });
    });
  }

  private Optional<Farewell> farewell(Conversation conversation) {
    return conversation
        .farewell()
        .or(() -> isEnding ? Optional.of(Farewell.LEAVING) : Optional.empty());
  }

  private Source<ObjectNode, NotUsed> facts(Directory.Entry life, long after) {
    return service
        .biography()
        .follow(life.id(), after, life.state(), blocking)
        .map(told -> document("fact", Views.fact(told)));
  }

  private Source<ObjectNode, NotUsed> observations(LifeId id, OptionalLong after) {
    if (service.notices().isEmpty()) {
      return Source.empty();
    }
    var notices = service.notices().get();
    double tickSeconds = ObservationEndpoints.tickSeconds(service, id);
    long from = after.isPresent() ? before(notices, id, after.getAsLong()) : notices.version(id);
    return notices
        .follow(id, from, blocking)
        .map(one -> document("observation", ObservationView.of(one, tickSeconds)));
  }

  /**
   * The last version that came of an earlier fact. What came of the fact itself is told again: the
   * reader may have been cut off between the two.
   */
  private static long before(Notices notices, LifeId id, long seq) {
    long low = 0;
    long high = notices.version(id);
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      var found = notices.versions(id, middle - 1, 1);
      if (!found.isEmpty() && found.getFirst().changed().seq() < seq) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private static ObjectNode document(String type, ObjectNode content) {
    var document = Views.object().put("type", type);
    document.set(type, content);
    return document;
  }
}
