package life.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import life.archive.Moments;
import life.being.LifeId;
import life.being.SelfState.Alive;
import life.chronicle.Point;
import life.http.problem.Problem;
import life.journal.Biography;
import life.notice.Notices;
import life.observe.Observation;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/** What was noticed in lives. */
final class ObservationEndpoints {
  private static final int PAGE = 256;
  private static final int USUAL = 100;

  private final Service service;
  private final LifeEndpoints lives;
  private final Moments moments;
  private final Instants instants;
  private final Executor blocking;

  ObservationEndpoints(Service service, LifeEndpoints lives) {
    this.service = service;
    this.lives = lives;
    this.moments = new Moments(service.biography());
    this.instants = new Instants(service.biography());
    this.blocking = service.system().dispatchers().lookup(DispatcherSelector.blocking());
  }

  List<Endpoint> all() {
    return List.of(
        Endpoint.get("/v1/lives/{id}/observations", this::list),
        Endpoint.get("/v1/lives/{id}/observations/{number}", this::one));
  }

  /** Where what was noticed is found; a problem if nobody watches. */
  static Notices notices(Service service) {
    return service.notices().orElseThrow(() -> Problem.monitorOff().asException());
  }

  private CompletionStage<HttpResponse> list(Call call) {
    call.allowParameters("after", "limit", "kind", "severity", "open", "at", "from", "to");
    var asked = ObservationSearch.of(call);
    long after = call.whole("after", 0, Long.MAX_VALUE - 1).orElse(0);
    int limit = (int) call.whole("limit", 1, Biography.MOST_FACTS).orElse(USUAL);
    var at = call.text("at").map(Asked::point);
    var from = call.text("from").map(Asked::point);
    var to = call.text("to").map(Asked::point);
    var notices = notices(service);
    var id = lives.known(call.variable("id"));
    return blocking(() -> {
      var search = within(asked, id, from, to);
      var document = place(notices, id).put("version", notices.version(id));
      var found =
          at.isPresent()
              ? past(notices, id, at.get(), after, limit, search)
              : found(notices, id, after, limit, search);
      boolean isLast = found.size() < limit;
      fill(document, id, found, isLast);
      if (isLast) {
        return Replies.ok(document);
      }
      long next = found.getLast().version();
      var link =
          "</v1/lives/"
              + id
              + "/observations?after="
              + next
              + "&limit="
              + limit
              + search.query(call)
              + ">; rel=\"next\"";
      return Replies.ok(document).addHeader(RawHeader.create("Link", link));
    });
  }

  private ObservationSearch within(
      ObservationSearch asked, LifeId id, Optional<Point> from, Optional<Point> to) {
    long first = from.map(point -> instants.tick(id, point)).orElse(0L);
    long last = to.map(point -> instants.tick(id, point)).orElse(Long.MAX_VALUE);
    Instants.refuseBackwards(first, last);
    return asked.within(first, last);
  }

  private static List<Observation> found(
      Notices notices, LifeId id, long after, int limit, ObservationSearch search) {
    var found = new ArrayList<Observation>();
    long from = after;
    List<Observation> page;
    do {
      page = notices.latest(id, from, PAGE);
      for (var one : page) {
        from = one.version();
        if (found.size() < limit && search.finds(one)) {
          found.add(one);
        }
      }
    } while (page.size() == PAGE && found.size() < limit);
    return found;
  }

  /** As it stood then: of each observation the last version that had come. */
  private List<Observation> past(
      Notices notices, LifeId id, Point at, long after, int limit, ObservationSearch search) {
    long seq = moments.at(id, at).state().seq();
    var latest = new TreeMap<Integer, Observation>();
    for (var one : notices.versions(id, 0, Integer.MAX_VALUE)) {
      if (one.changed().seq() <= seq) {
        latest.put(one.number(), one);
      }
    }
    return latest.values().stream()
        .filter(one -> one.version() > after && search.finds(one))
        .sorted((a, b) -> Long.compare(a.version(), b.version()))
        .limit(limit)
        .toList();
  }

  private void fill(ObjectNode document, LifeId id, List<Observation> found, boolean isLast) {
    double tickSeconds = tickSeconds(service, id);
    var list = document.putArray("observations");
    found.forEach(one -> list.add(ObservationView.of(one, tickSeconds)));
    if (isLast) {
      document.putNull("next");
    } else {
      document.put("next", found.getLast().version());
    }
  }

  /**
   * How far the monitor is: until {@code seq} is {@code head}, more may follow. It is asked before
   * the observations are read, so that what is noticed meanwhile is never counted as told.
   */
  private ObjectNode place(Notices notices, LifeId id) {
    long seq = notices.seq(id);
    var why = notices.whyUnwatched(id);
    var place =
        Views.object()
            .put("life", id.slug())
            .put("seq", seq)
            .put("head", service.biography().lastSeq(id))
            .put("watched", why.isEmpty());
    why.ifPresent(words -> place.put("why", words));
    return place;
  }

  private CompletionStage<HttpResponse> one(Call call) {
    call.allowParameters();
    var notices = notices(service);
    var id = lives.known(call.variable("id"));
    var text = call.variable("number");
    return blocking(() -> {
      var document = place(notices, id);
      var versions =
          notices.versions(id, 0, Integer.MAX_VALUE).stream()
              .filter(one -> Integer.toString(one.number()).equals(text))
              .toList();
      if (versions.isEmpty()) {
        throw Problem.noSuchObservation(id, text).asException();
      }
      double tickSeconds = tickSeconds(service, id);
      document.setAll(ObservationView.of(versions.getLast(), tickSeconds));
      var all = document.putArray("versions");
      versions.forEach(one -> all.add(ObservationView.of(one, tickSeconds)));
      return Replies.ok(document);
    });
  }

  /** How long a tick of that life is; it stays so for ever. */
  static double tickSeconds(Service service, LifeId id) {
    return service.biography().stateAt(id, 1) instanceof Alive being
        ? being.origin().laws().tickSeconds()
        : 1;
  }

  private CompletionStage<HttpResponse> blocking(Supplier<HttpResponse> work) {
    return CompletableFuture.supplyAsync(work, blocking);
  }
}
