package life.http;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import life.actor.Directory;
import life.being.SelfState;
import life.http.problem.Problem;
import life.journal.FactFormat;
import life.notice.Notices;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.stream.KillSwitches;
import org.apache.pekko.stream.SharedKillSwitch;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/** What can be listened to. Whoever listens reads the journal, and disturbs nobody. */
final class StreamEndpoints {
  private static final String LAST = "Last-Event-ID";
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");
  private static final int NO_CONTENT = 204;
  private static final Duration FAREWELL = Duration.ofMillis(500);
  private static final int RETRY_WHEN_FULL_MILLIS = 10_000;

  /**
   * How much may be listened.
   *
   * @param most streams at once, 1 or more
   * @param heartbeat after so long a silence a stream says that it is still there
   */
  record Limits(int most, Duration heartbeat) {
    static final Limits STANDARD = new Limits(256, Duration.ofSeconds(15));

    Limits {
      if (most < 1 || !heartbeat.isPositive()) {
        throw new IllegalArgumentException(
            "there must be 1 stream or more and a heartbeat above 0, but was "
                + most
                + " and "
                + heartbeat);
      }
    }
  }

  private final Service service;
  private final LifeEndpoints lives;
  private final Limits limits;
  private final Executor blocking;
  private final Places places;
  private final SharedKillSwitch end = KillSwitches.shared("streams");

  StreamEndpoints(Service service, LifeEndpoints lives, Limits limits, Places places) {
    this.service = service;
    this.lives = lives;
    this.limits = limits;
    this.blocking = service.system().dispatchers().lookup(DispatcherSelector.blocking());
    this.places = places;
  }

  List<Endpoint> all() {
    return List.of(
        Endpoint.get("/v1/lives/{id}/facts/stream", this::facts),
        Endpoint.get("/v1/lives/{id}/observations/stream", this::observations));
  }

  /**
   * Ends all streams, those to come as well. Completes when the last one has ended, or when a
   * moment has passed: somebody who doesn't read must not keep the process from ending.
   */
  CompletionStage<Done> end() {
    end.shutdown();
    return CompletableFuture.supplyAsync(
        () -> {
          places.awaitAll(FAREWELL);
          return Done.done();
        },
        blocking);
  }

  private CompletionStage<HttpResponse> facts(Call call) {
    call.allowParameters("after", "kind");
    var wanted = types(call);
    var entry = lives.present(call.variable("id"));
    requirePlace();
    return CompletableFuture.supplyAsync(() -> service.biography().lastSeq(entry.id()), blocking)
        .thenApply(last -> facts(entry, after(call, last, "fact"), last, wanted));
  }

  private void requirePlace() {
    if (places.isFull()) {
      throw Problem.tooManyStreams(places.most()).asException();
    }
  }

  /** The dead have nothing more to say: that is 204, at which a browser stops asking. */
  private HttpResponse facts(Directory.Entry entry, long after, long last, Set<String> wanted) {
    if (after == last && entry.state() instanceof SelfState.Dead) {
      return nothingMore();
    }
    var facts =
        service.biography().follow(entry.id(), after, entry.state(), blocking).via(end.flow());
    return events(FactStream.of(facts, wanted, limits.heartbeat()));
  }

  private CompletionStage<HttpResponse> observations(Call call) {
    call.allowParameters("after");
    var notices = ObservationEndpoints.notices(service);
    var entry = lives.present(call.variable("id"));
    requirePlace();
    return CompletableFuture.supplyAsync(() -> observations(call, notices, entry), blocking);
  }

  private HttpResponse observations(Call call, Notices notices, Directory.Entry entry) {
    var id = entry.id();
    boolean isCaughtUp = notices.seq(id) >= service.biography().lastSeq(id);
    long last = notices.version(id);
    long most = isCaughtUp ? last : Long.MAX_VALUE - 1;
    long after = knowsMore(call, most) ? 0 : after(call, most, last, "observation");
    if (isCaughtUp && after == last && entry.state() instanceof SelfState.Dead) {
      return nothingMore();
    }
    var observations = notices.follow(id, after, blocking).via(end.flow());
    double tickSeconds = ObservationEndpoints.tickSeconds(service, id);
    return events(ObservationStream.of(observations, tickSeconds, limits.heartbeat()));
  }

  /**
   * Whether a reader comes back from versions that were thrown away since. It would not come again
   * after a refusal, so it hears all from the beginning.
   */
  private static boolean knowsMore(Call call, long most) {
    return call.header(LAST)
        .filter(id -> WHOLE.matcher(id).matches() && Long.parseLong(id) > most)
        .isPresent();
  }

  private static HttpResponse nothingMore() {
    return HttpResponse.create()
        .withStatus(NO_CONTENT)
        .addHeader(RawHeader.create("Cache-Control", "no-store"));
  }

  private HttpResponse events(Source<ByteString, NotUsed> events) {
    return HttpResponse.create()
        .addHeader(RawHeader.create("Cache-Control", "no-store"))
        .addHeader(RawHeader.create("X-Accel-Buffering", "no"))
        .withEntity(
            HttpEntities.createChunked(
                MediaTypes.TEXT_EVENT_STREAM.toContentType(), placed(events)));
  }

  /**
   * The stream while there is a place for it. The place is taken when the stream really begins,
   * since an answer that nobody fetches any more never does.
   */
  private Source<ByteString, ?> placed(Source<ByteString, NotUsed> stream) {
    return Source.lazySource(() ->
        places.tryTake(1)
            ? leaving(stream)
            : Source.single(FactStream.retry(RETRY_WHEN_FULL_MILLIS)));
  }

  private Source<ByteString, NotUsed> leaving(Source<ByteString, NotUsed> stream) {
    return stream.watchTermination((_, done) -> {
      done.whenComplete((_, _) -> places.release(1));
      return NotUsed.getInstance();
    });
  }

  private static long after(Call call, long last, String what) {
    return after(call, last, last, what);
  }

  /** After which event to begin: as the reader says, up to the most, or after the last one. */
  private static long after(Call call, long most, long last, String what) {
    var given = call.header(LAST);
    if (given.isEmpty()) {
      return call.whole("after", 0, most).orElse(last);
    }
    if (WHOLE.matcher(given.get()).matches() && Long.parseLong(given.get()) <= most) {
      return Long.parseLong(given.get());
    }
    throw Problem.badInput(
            "the header '%s' must be a whole number from 0 to %d, the number of the life's last %s"
                .formatted(LAST, most, what))
        .asException();
  }

  private static Set<String> types(Call call) {
    var known = FactFormat.factTypes();
    var given = call.request().getUri().query().get("kind");
    if (given.isEmpty()) {
      return Set.copyOf(known);
    }
    var types = List.of(given.get().split(",", -1));
    for (var type : types) {
      if (!known.contains(type)) {
        throw Problem.badInput(
                "unknown kind of fact '" + type + "'; known: " + String.join(", ", known))
            .asException();
      }
    }
    return Set.copyOf(types);
  }
}
