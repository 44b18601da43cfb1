package life.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.CompletableFuture.completedFuture;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import life.actor.Ticker;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/** For whoever keeps a process running: is it there, is it ready, how is it doing. */
final class OperationEndpoints {
  private static final int UNAVAILABLE = 503;

  /** What isn't known by then is left out, lest metrics wait for lives. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private static final ContentType EXPOSITION =
      ContentTypes.parse("text/plain; version=0.0.4; charset=utf-8");

  private final Service service;
  private final Executor threads;
  private final Readiness readiness;

  /**
   * Prepares them.
   *
   * @param threads on which answers are made; others than those of the lives
   */
  OperationEndpoints(Service service, Executor threads) {
    this.service = service;
    this.threads = threads;
    this.readiness = new Readiness(service, threads);
  }

  List<Endpoint> all() {
    return List.of(
        Endpoint.get("/livez", this::live),
        Endpoint.get("/readyz", this::ready),
        Endpoint.get("/startupz", this::started),
        Endpoint.get("/metrics", this::metrics));
  }

  private CompletionStage<HttpResponse> live(Call call) {
    call.allowParameters();
    return completedFuture(answer(true, Views.object()));
  }

  private CompletionStage<HttpResponse> ready(Call call) {
    call.allowParameters();
    return readiness
        .checks()
        .thenApply(checks -> {
          var document = Views.object();
          var list = document.putArray("checks");
          checks.forEach(check -> list.add(check.document()));
          return answer(checks.stream().allMatch(Check::isWell), document);
        });
  }

  private CompletionStage<HttpResponse> started(Call call) {
    call.allowParameters();
    var progress = service.directory().recovery().progress();
    var document =
        Views.object()
            .put("read", progress.read())
            .put("all", progress.all())
            .put("seconds", LifeMeters.seconds(progress));
    return completedFuture(answer(progress.isDone(), document));
  }

  private CompletionStage<HttpResponse> metrics(Call call) {
    call.allowParameters();
    return AskPattern.ask(service.ticker(), Ticker.Ask::new, PATIENCE, service.system().scheduler())
        .handleAsync((time, _) -> service.meters().scrape(Optional.ofNullable(time)), threads)
        .thenApply(
            text -> fresh(HttpResponse.create().withEntity(EXPOSITION, text.getBytes(UTF_8))));
  }

  private static HttpResponse answer(boolean isWell, ObjectNode document) {
    var whole = Views.object().put("status", isWell ? "pass" : "fail");
    whole.setAll(document);
    var response = fresh(Replies.ok(whole));
    return isWell ? response : response.withStatus(UNAVAILABLE);
  }

  private static HttpResponse fresh(HttpResponse response) {
    return response.addHeader(RawHeader.create("Cache-Control", "no-store"));
  }
}
