package life.http;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import life.actor.Monitor;
import life.actor.Tally;
import life.actor.Ticker;
import life.http.gate.Right;
import life.http.problem.Problem;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/** How time passes for all lives of this process, and what was counted meanwhile. */
final class TimeEndpoints {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Service service;

  TimeEndpoints(Service service) {
    this.service = service;
  }

  List<Endpoint> all() {
    return List.of(
        Endpoint.get("/v1/time", this::look),
        Endpoint.put("/v1/time", Right.OPERATE, this::set),
        Endpoint.get("/v1/tally", this::tally));
  }

  private CompletionStage<HttpResponse> look(Call call) {
    call.allowParameters();
    return time().thenApply(time -> Replies.ok(Views.time(time)));
  }

  private CompletionStage<HttpResponse> set(Call call) {
    call.allowParameters();
    var body = call.body("speed", "paused", "step");
    var speed = body.optionalNumber("speed");
    var paused = body.optionalTruth("paused");
    var step = body.optionalWhole("step");
    if (speed.isEmpty() && paused.isEmpty() && step.isEmpty()) {
      throw Problem.badInput("give at least one of 'speed', 'paused' and 'step'").asException();
    }
    step.ifPresent(
        ticks -> Asked.valid(() -> new Ticker.Step(ticks, service.system().ignoreRef())));
    Asked.valid(() -> new Ticker.Change(speed, paused, service.system().ignoreRef()));
    return ask(replyTo -> new Ticker.Change(speed, paused, replyTo))
        .thenCompose(now ->
            step.isPresent()
                ? ask(replyTo -> new Ticker.Step(step.getAsLong(), replyTo))
                : CompletableFuture.completedFuture(now))
        .thenApply(time -> Replies.ok(Views.time(time)));
  }

  private CompletionStage<HttpResponse> tally(Call call) {
    call.allowParameters();
    return AskPattern.ask(
            service.monitor(),
            (ActorRef<Tally> replyTo) -> (Monitor.Message) new Monitor.Ask(replyTo),
            PATIENCE,
            service.system().scheduler())
        .thenApply(tally -> Replies.ok(Views.tally(tally)));
  }

  private CompletionStage<Ticker.Time> time() {
    return ask(Ticker.Ask::new);
  }

  private CompletionStage<Ticker.Time> ask(
      Function<ActorRef<Ticker.Time>, Ticker.Message> message) {
    return AskPattern.ask(service.ticker(), message::apply, PATIENCE, service.system().scheduler());
  }
}
