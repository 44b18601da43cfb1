package life.http;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import life.actor.Directory;
import life.being.LifeId;
import life.being.SelfState;
import life.http.EventStream.Item;
import life.http.problem.Problem;
import life.journal.Chronology;
import life.journal.FactFormat;
import life.notice.Notices;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.stream.javadsl.Source;

/** What can be listened to. Whoever listens reads the journal, and disturbs nobody. */
final class StreamEndpoints {
  private static final String LAST = "Last-Event-ID";
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");
  private static final int NO_CONTENT = 204;
  private static final int MOST_LIVES = 100;

  /**
   * How much may be listened.
   *
   * @param most streams at once, 1 or more
   * @param heartbeat after so long a silence a stream says that it is still there
   * @param patience who takes nothing of what waits for so long is cut off, and can resume
   */
  record Limits(int most, Duration heartbeat, Duration patience) {
    static final Limits STANDARD =
        new Limits(1_024, Duration.ofSeconds(15), Duration.ofSeconds(30));

    Limits {
      if (most < 1 || !heartbeat.isPositive() || !patience.isPositive()) {
        throw new IllegalArgumentException(
            "there must be 1 stream or more, a heartbeat and a patience above 0, but was %d, %s and %s"
                .formatted(most, heartbeat, patience));
      }
    }
  }

  private final Service service;
  private final LifeEndpoints lives;
  private final Limits limits;
  private final Executor blocking;
  private final Audience audience;
  private final Chronology chronology;

  StreamEndpoints(Service service, LifeEndpoints lives, Limits limits, Places places) {
    this.service = service;
    this.lives = lives;
    this.limits = limits;
    this.blocking = service.system().dispatchers().lookup(DispatcherSelector.blocking());
    this.audience = new Audience(places, limits.patience());
    this.chronology = new Chronology(service.facts(), service.biography());
  }

  List<Endpoint> all() {
    return List.of(
        Endpoint.get("/v1/stream", this::all),
        Endpoint.get("/v1/lives/{id}/facts/stream", this::facts),
        Endpoint.get("/v1/lives/{id}/observations/stream", this::observations));
  }

  /** Ends all streams, see {@link Audience#end}. */
  CompletionStage<Done> end() {
    return audience.end(blocking);
  }

  private CompletionStage<HttpResponse> all(Call call) {
    call.allowParameters("life", "kind", "after");
    var wanted = types(call);
    var whose = whose(call);
    audience.requirePlace();
    return CompletableFuture.supplyAsync(chronology::lastPosition, blocking)
        .thenApply(last -> {
          long after = after(call, last, last, "the position of the last fact of all lives");
          return listen(call, FactStream.ofAll(chronology.follow(after, whose, wanted, blocking)));
        });
  }

  /** The lives that are wanted, empty for all. */
  private Set<LifeId> whose(Call call) {
    var given = call.text("life");
    if (given.isEmpty()) {
      return Set.of();
    }
    var names = List.of(given.get().split(",", -1));
    if (names.size() > MOST_LIVES) {
      throw Problem.badInput(
              "the parameter 'life' can name %d lives at most, but named %d; without it, all are told"
                  .formatted(MOST_LIVES, names.size()))
          .asException();
    }
    return names.stream().map(lives::known).collect(Collectors.toSet());
  }

  private CompletionStage<HttpResponse> facts(Call call) {
    call.allowParameters("after", "kind");
    var wanted = types(call);
    var entry = lives.present(call.variable("id"));
    audience.requirePlace();
    return CompletableFuture.supplyAsync(() -> service.biography().lastSeq(entry.id()), blocking)
        .thenApply(last ->
            facts(
                call,
                entry,
                after(call, last, last, "the number of the life's last fact"),
                last,
                wanted));
  }

  /** The dead have nothing more to say: that is 204, at which a browser stops asking. */
  private HttpResponse facts(
      Call call, Directory.Entry entry, long after, long last, Set<String> wanted) {
    if (after == last && entry.state() instanceof SelfState.Dead) {
      return nothingMore();
    }
    var facts = service.biography().follow(entry.id(), after, entry.state(), blocking);
    return listen(call, FactStream.of(facts, wanted));
  }

  private CompletionStage<HttpResponse> observations(Call call) {
    call.allowParameters("after");
    var notices = ObservationEndpoints.notices(service);
    var entry = lives.present(call.variable("id"));
    audience.requirePlace();
    return CompletableFuture.supplyAsync(() -> observations(call, notices, entry), blocking);
  }

  private HttpResponse observations(Call call, Notices notices, Directory.Entry entry) {
    var id = entry.id();
    boolean isCaughtUp = notices.seq(id) >= service.biography().lastSeq(id);
    long last = notices.version(id);
    long most = isCaughtUp ? last : Long.MAX_VALUE - 1;
    long after =
        knowsMore(call, most)
            ? 0
            : after(call, most, last, "the number of the life's last observation");
    if (isCaughtUp && after == last && entry.state() instanceof SelfState.Dead) {
      return nothingMore();
    }
    var observations = notices.follow(id, after, blocking);
    double tickSeconds = ObservationEndpoints.tickSeconds(service, id);
    return listen(call, ObservationStream.of(observations, tickSeconds));
  }

  private HttpResponse listen(Call call, Source<Item, NotUsed> items) {
    var followed = service.subscribers().of(call.request().getUri().path(), items);
    return audience.answer(EventStream.of(followed, limits.heartbeat()));
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
            "the header '%s' must be a whole number from 0 to %d, %s".formatted(LAST, most, what))
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
