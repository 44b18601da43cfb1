package life.http;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import life.being.LifeId;
import life.chronicle.Chart;
import life.chronicle.Point;
import life.chronicle.Pyramid;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/** What the charts of a page are drawn from. */
final class ChartEndpoints {
  private static final ContentType CHART = ContentTypes.parse("application/vnd.life.chart");
  private static final int USUAL_PIXELS = 600;
  private static final int OK = 200;

  /** More facts than these are told a few lives at a time: a good part of a second. */
  private static final long MANY_FACTS = 200_000;

  private final Service service;
  private final LifeEndpoints lives;
  private final WholeLives wholeLives;
  private final Instants instants;
  private final Executor blocking;

  ChartEndpoints(Service service, LifeEndpoints lives, WholeLives wholeLives) {
    this.service = service;
    this.lives = lives;
    this.wholeLives = wholeLives;
    this.instants = new Instants(service.biography());
    this.blocking = service.system().dispatchers().lookup(DispatcherSelector.blocking());
  }

  List<Endpoint> all() {
    return List.of(Endpoint.get("/v1/lives/{id}/chart", this::chart));
  }

  private CompletionStage<HttpResponse> chart(Call call) {
    call.allowParameters("from", "to", "pixels");
    int pixels = (int) call.whole("pixels", 1, Chart.MOST_PIXELS).orElse(USUAL_PIXELS);
    var from = call.text("from").map(Asked::point).orElseGet(() -> new Point.Seq(1));
    var to = call.text("to").map(Asked::point).orElseGet(Point.Head::new);
    var id = lives.known(call.variable("id"));
    Supplier<HttpResponse> work =
        () ->
            service.charts().look(id, pyramid -> chart(id, pyramid, new Asking(from, to, pixels)));
    return CompletableFuture.supplyAsync(() -> service.charts().behind(id), blocking)
        .thenCompose(behind ->
            behind > MANY_FACTS
                ? wholeLives.read(work)
                : CompletableFuture.supplyAsync(work, blocking));
  }

  /** The present is that of the pyramid, and nothing has to be read for it. */
  private long tick(LifeId id, Point point, long head) {
    return point instanceof Point.Head ? head : instants.tick(id, point);
  }

  private record Asking(Point from, Point to, int pixels) {}

  private HttpResponse chart(LifeId id, Pyramid pyramid, Asking asking) {
    long head = pyramid.head().tick();
    long start = tick(id, asking.from(), head);
    long end = tick(id, asking.to(), head);
    Instants.refuseBackwards(start, end);
    var chart = Chart.of(pyramid, start, Math.max(start + 1, end), asking.pixels());
    boolean mayChange =
        chart.to() >= head
            || asking.from() instanceof Point.Time
            || asking.to() instanceof Point.Time; // where clocks were set back
    return HttpResponse.create()
        .withStatus(OK)
        .withEntity(CHART, ChartBytes.of(id, chart, pyramid.seq(), pyramid.head()))
        .addHeader(
            RawHeader.create(
                "Cache-Control", mayChange ? "no-cache" : "public, max-age=31536000, immutable"));
  }
}
