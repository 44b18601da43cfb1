package life.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import life.archive.Moment;
import life.archive.Moments;
import life.being.Decider;
import life.being.LifeId;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.chronicle.Curve;
import life.chronicle.Point;
import life.http.problem.Problem;
import life.journal.Biography;
import life.journal.Biography.Told;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/** The past of lives: any moment of it, what differs, why, and the course of it all. */
final class ChronicleEndpoints {
  private static final int USUAL_FACTS = 100;
  private static final int USUAL_CHANGES = 3;
  private static final int MOST_CHANGES = 100;
  private static final int USUAL_BUCKETS = 1_000;

  /** Facts that one request looks through; whoever searches further asks again. */
  private static final long MOST_SEARCHED = 100_000;

  private final WholeLives wholeLives;
  private final Service service;
  private final LifeEndpoints lives;
  private final Moments moments;
  private final Executor blocking;

  ChronicleEndpoints(Service service, LifeEndpoints lives, WholeLives wholeLives) {
    this.wholeLives = wholeLives;
    this.service = service;
    this.lives = lives;
    this.moments = new Moments(service.biography());
    this.blocking = service.system().dispatchers().lookup(DispatcherSelector.blocking());
  }

  List<Endpoint> all() {
    return List.of(
        Endpoint.get("/v1/lives/{id}/state", this::state),
        Endpoint.get("/v1/lives/{id}/facts", this::facts),
        Endpoint.get("/v1/lives/{id}/diff", this::diff),
        Endpoint.get("/v1/lives/{id}/why", this::why),
        Endpoint.get("/v1/lives/{id}/series", this::series));
  }

  private CompletionStage<HttpResponse> state(Call call) {
    call.allowParameters("seq", "tick", "age", "felt", "time", "at", "path");
    var point = Asked.point(call).orElseGet(Point.Head::new);
    var path = call.text("path").map(StatePath::parse);
    var id = lives.known(call.variable("id"));
    boolean mayChange = point instanceof Point.Time; // where clocks were set back
    return blocking(() -> state(id, moments.at(id, point), mayChange, path));
  }

  private static HttpResponse state(
      LifeId id, Moment moment, boolean mayChange, Optional<StatePath> path) {
    var document =
        path.map(way ->
                MomentViews.place(id, moment)
                    .put("path", way.text())
                    .<ObjectNode>set("value", way.existing(Views.state(moment.state()))))
            .orElseGet(() -> MomentViews.moment(moment));
    return Replies.ok(document)
        .addHeader(
            RawHeader.create(
                "Cache-Control",
                moment.isHead() || mayChange ? "no-cache" : "public, max-age=31536000, immutable"));
  }

  private CompletionStage<HttpResponse> facts(Call call) {
    call.allowParameters("after", "limit", "kind", "where");
    long after = call.whole("after", 0, Long.MAX_VALUE - 1).orElse(0);
    int limit = (int) call.whole("limit", 1, Biography.MOST_FACTS).orElse(USUAL_FACTS);
    var search = FactSearch.of(call);
    var id = lives.known(call.variable("id"));
    return blocking(
        () -> search.isForAll() ? all(id, after, limit) : found(id, after, limit, search, call));
  }

  private HttpResponse all(LifeId id, long after, int limit) {
    var told = service.biography().page(id, after, limit);
    return page(id, told, told.size() < limit ? 0 : told.getLast().seq(), "&limit=" + limit);
  }

  private HttpResponse found(LifeId id, long after, int limit, FactSearch search, Call call) {
    var biography = service.biography();
    long head = biography.lastSeq(id);
    var being = (Alive) Views.living(biography.stateAt(id, head));
    search.refuseUnknownFields(being);
    var found = new ArrayList<Told>();
    long at = after;
    while (at < head && found.size() < limit && at - after < MOST_SEARCHED) {
      var page = biography.page(id, at, Biography.MOST_FACTS);
      if (page.isEmpty()) {
        break;
      }
      for (var told : page) {
        at = told.seq();
        if (search.finds(told)) {
          found.add(told);
          if (found.size() == limit) {
            break;
          }
        }
      }
    }
    if (found.isEmpty() && after == 0 && at >= head) {
      search.refuseUnknownKinds(being); // a kind of a former world would have been found
    }
    var same = new StringBuilder("&limit=" + limit);
    for (var name : List.of("kind", "where")) {
      call.text(name)
          .ifPresent(text ->
              same.append('&')
                  .append(name)
                  .append('=')
                  .append(URLEncoder.encode(text, StandardCharsets.UTF_8)));
    }
    return page(id, found, at < head ? at : 0, same.toString());
  }

  private static HttpResponse page(LifeId id, List<Told> told, long next, String same) {
    var document = Views.object().put("life", id.slug());
    var facts = document.putArray("facts");
    told.forEach(fact -> facts.add(Views.fact(fact)));
    if (next == 0) {
      return Replies.ok(document.putNull("next"));
    }
    var link = "</v1/lives/" + id + "/facts?after=" + next + same + ">; rel=\"next\"";
    return Replies.ok(document.put("next", next)).addHeader(RawHeader.create("Link", link));
  }

  private CompletionStage<HttpResponse> diff(Call call) {
    call.allowParameters("at", "with", "to");
    var id = lives.known(call.variable("id"));
    var with = call.text("with").map(lives::known).orElse(id);
    var at = call.text("at").map(Asked::point).orElseGet(Point.Head::new);
    var to = call.text("to").map(Asked::point).orElseGet(Point.Head::new);
    return blocking(() -> {
      var a = moments.at(id, at);
      var b = moments.at(with, to);
      return Replies.ok(
          MomentViews.difference(MomentViews.place(id, a), a, MomentViews.place(with, b), b));
    });
  }

  private CompletionStage<HttpResponse> why(Call call) {
    call.allowParameters("path", "at", "limit");
    var path =
        StatePath.parse(
            call.text("path")
                .orElseThrow(() ->
                    Problem.badInput("say which value: path=energy, for example").asException()));
    var at = call.text("at").map(Asked::point).orElseGet(Point.Head::new);
    int limit = (int) call.whole("limit", 1, MOST_CHANGES).orElse(USUAL_CHANGES);
    var id = lives.known(call.variable("id"));
    return wholeLives.read(
        () -> Replies.ok(new Reasons(service.biography(), id).of(path, moments.at(id, at), limit)));
  }

  private CompletionStage<HttpResponse> series(Call call) {
    call.allowParameters("from", "to", "buckets");
    int buckets = (int) call.whole("buckets", 1, Curve.MOST_BUCKETS).orElse(USUAL_BUCKETS);
    var from = call.text("from").map(Asked::point).orElseGet(() -> new Point.Seq(1));
    var to = call.text("to").map(Asked::point).orElseGet(Point.Head::new);
    var id = lives.known(call.variable("id"));
    return wholeLives.read(() -> {
      var biography = service.biography();
      var first = moments.at(id, from);
      var last = moments.at(id, to);
      long start = tick(first.state());
      long end = tick(last.state());
      if (end < start) {
        throw Problem.badInput("'to' is tick " + end + ", before 'from', tick " + start)
            .asException();
      }
      var curve = new Curve(start, Math.max(start + 1, end), buckets);
      var before =
          new Object() {
            SelfState state =
                first.state().seq() == 1
                    ? Decider.UNBORN
                    : biography.stateAt(id, first.state().seq());
          };
      long until = last.state().seq() + (last.span().isPresent() ? 1 : 0);
      biography.tell(
          id,
          before.state,
          until,
          told -> {
            curve.add(before.state, told.fact(), told.after());
            before.state = told.after();
          });
      return Replies.ok(SeriesView.of(biography.stateAt(id, biography.lastSeq(id)), curve));
    });
  }

  private static long tick(SelfState state) {
    return ((Alive) Views.living(state)).tick();
  }

  private CompletionStage<HttpResponse> blocking(Supplier<HttpResponse> work) {
    return CompletableFuture.supplyAsync(work, blocking);
  }
}
