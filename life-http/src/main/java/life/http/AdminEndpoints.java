package life.http;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import life.actor.Answer;
import life.actor.Lives;
import life.being.LifeId;
import life.http.Births.Birth;
import life.http.gate.Right;
import life.http.problem.Problem;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/** Tooling for those who run this Life: births, and the end of the process. */
final class AdminEndpoints {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int ACCEPTED = 202;

  /** Why the process ends, for its log. */
  private record AskedToEnd() implements CoordinatedShutdown.Reason {}

  private final Service service;
  private final LifeEndpoints lives;

  AdminEndpoints(Service service, LifeEndpoints lives) {
    this.service = service;
    this.lives = lives;
  }

  List<Endpoint> all() {
    return List.of(
        Endpoint.post("/v1/admin/lives", Right.OPERATE, this::bear),
        Endpoint.post("/v1/admin/shutdown", Right.OPERATE, this::shutDown).taking(Intake.NONE));
  }

  private CompletionStage<HttpResponse> bear(Call call) {
    call.allowParameters();
    var body = call.body("name", "seed", "world", "weather", "mortality");
    var id = Asked.id(body.text("name"));
    var worldName = body.optionalText("world").orElse("default");
    var world =
        service
            .worlds()
            .named(worldName)
            .orElseThrow(() ->
                Problem.unknownWorld(
                        worldName, List.copyOf(new TreeSet<>(service.worlds().all().keySet())))
                    .asException());
    var weather = Asked.weather(body);
    long seed = body.optionalWhole("seed").orElseGet(Lives::anySeed);
    var laws =
        service
            .laws()
            .withMortality(body.optionalTruth("mortality").orElse(service.laws().mortality()));
    var birth = new Birth(id, seed, laws, world.under(weather));
    return service.births().note(birth, () -> ask(birth)).thenApply(answer -> born(id, answer));
  }

  private CompletionStage<Answer> ask(Birth birth) {
    return AskPattern.ask(
        service.lives(),
        (ActorRef<Answer> replyTo) ->
            new Lives.Bear(birth.id(), birth.seed(), birth.laws(), birth.world(), replyTo),
        PATIENCE,
        service.system().scheduler());
  }

  private HttpResponse born(LifeId id, Answer answer) {
    return switch (answer) {
      case Answer.BornNow _ ->
          Replies.created("/v1/lives/" + id, Views.state(lives.present(id.slug()).state()));
      case Answer.Accepted _, Answer.Each _ ->
          throw new IllegalStateException("nobody sent a stimulus");
      case Answer.Refused(var refusal) -> Replies.problem(id, refusal).toResponse();
      case Answer.Unavailable(var why) -> Problem.notReady(why).toResponse();
    };
  }

  private CompletionStage<HttpResponse> shutDown(Call call) {
    call.allowParameters();
    CoordinatedShutdown.get(service.system()).runAll(new AskedToEnd());
    return completedFuture(
        Replies.ok(Views.object().put("status", "shutting down")).withStatus(ACCEPTED));
  }
}
