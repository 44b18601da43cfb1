package life.http;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import life.actor.Answer;
import life.actor.Directory;
import life.actor.Directory.Standing;
import life.actor.LifeActor;
import life.being.LifeId;
import life.being.SelfState;
import life.being.Source;
import life.http.gate.Right;
import life.http.problem.Problem;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/** How lives are, and what comes to them. */
final class LifeEndpoints {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Service service;

  LifeEndpoints(Service service) {
    this.service = service;
  }

  List<Endpoint> all() {
    var all = new ArrayList<>(reading());
    all.add(Endpoint.post("/v1/lives/{id}/stimuli", Right.STIMULATE, this::stimulate));
    return all;
  }

  /** What only looks. */
  List<Endpoint> reading() {
    return List.of(
        Endpoint.get("/v1/lives", this::list), Endpoint.get("/v1/lives/{id}", this::look));
  }

  private CompletionStage<HttpResponse> list(Call call) {
    call.allowParameters();
    var document = Views.object();
    var lives = document.putArray("lives");
    for (var entry : service.directory().all()) {
      if (!(entry.standing() instanceof Standing.Present(SelfState.Unborn _))) {
        lives.add(Views.line(entry));
      }
    }
    return completedFuture(Replies.ok(document));
  }

  private CompletionStage<HttpResponse> look(Call call) {
    call.allowParameters();
    return completedFuture(Replies.ok(Views.state(seen(call.variable("id")).state())));
  }

  private CompletionStage<HttpResponse> stimulate(Call call) {
    call.allowParameters();
    var body = call.body("kind", "intensity", "atTick", "inTicks");
    var stimulus = Asked.stimulus(body);
    var when = Asked.when(body);
    var key = Asked.key(call);
    var entry = present(call.variable("id"));
    return AskPattern.ask(
            entry.actor(),
            (ActorRef<Answer> replyTo) ->
                (LifeActor.Message)
                    new LifeActor.EnvironmentEvent(stimulus, when, Source.OUTSIDE, key, replyTo),
            PATIENCE,
            service.system().scheduler())
        .thenApply(answer -> Replies.stimulus(entry.id(), answer));
  }

  /** A life that the journal knows, however it stands now: its past can be looked at. */
  LifeId known(String name) {
    return Asked.knownId(name)
        .flatMap(service.directory()::find)
        .filter(entry -> !(entry.standing() instanceof Standing.Present(SelfState.Unborn _)))
        .map(Directory.Entry::id)
        .orElseThrow(() -> Problem.unknownLife(name).asException());
  }

  /** The life of that name, recovered and born, and going on. */
  Directory.Entry present(String name) {
    var entry = seen(name);
    if (entry.standing() instanceof Standing.Unlivable past) {
      throw Problem.unlivable(past.why()).asException();
    }
    return entry;
  }

  /** The life of that name, recovered and born. */
  private Directory.Entry seen(String name) {
    var entry =
        Asked.knownId(name)
            .flatMap(service.directory()::find)
            .orElseThrow(() -> Problem.unknownLife(name).asException());
    return switch (entry.standing()) {
      case Standing.Recovering _ ->
          throw Problem.notReady(name + " is just being recovered from its journal").asException();
      case Standing.Damaged(var why) -> throw Problem.damaged(why).asException();
      case Standing.Present(SelfState.Unborn _) -> throw Problem.unknownLife(name).asException();
      case Standing.Present _, Standing.Unlivable _ -> entry;
    };
  }
}
