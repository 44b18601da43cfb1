package life.http;

import static java.util.concurrent.CompletableFuture.completedFuture;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import life.actor.Answer;
import life.actor.Directory;
import life.being.LifeId;
import life.http.Sent.Fit;
import life.http.Sent.Many;
import life.http.Sent.One;
import life.http.Sent.Unfit;
import life.http.gate.Right;
import life.http.problem.Problem;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.HttpCharsets;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;

/** What comes to lives from outside. */
final class StimulusEndpoints {
  private static final ContentType.NonBinary LINES =
      MediaTypes.applicationWithFixedCharset("x-ndjson", HttpCharsets.UTF_8).toContentType();

  private final LifeEndpoints lives;
  private final Delivery delivery;
  private final Meters meters;

  StimulusEndpoints(LifeEndpoints lives, Delivery delivery, Meters meters) {
    this.lives = lives;
    this.meters = meters;
    this.delivery = delivery;
  }

  List<Endpoint> all() {
    return List.of(
        Endpoint.post("/v1/lives/{id}/stimuli", Right.STIMULATE, this::stimulate)
            .taking(
                Intake.read(
                    StimulusReader.MOST_BYTES,
                    StimulusReader.JSON,
                    StimulusReader.LINES,
                    StimulusReader.EVENT,
                    StimulusReader.EVENTS)));
  }

  private CompletionStage<HttpResponse> stimulate(Call call) {
    call.allowParameters();
    var sent = StimulusReader.read(call);
    var life = lives.present(call.variable("id"));
    return switch (sent) {
      case One(var meet) ->
          delivery
              .deliver(life, List.of(meet))
              .thenApply(answers -> Replies.stimulus(life.id(), answers.getFirst()));
      case Many many -> deliver(life, many).thenApply(answers -> reply(life.id(), many, answers));
    };
  }

  private CompletionStage<List<Answer>> deliver(Directory.Entry life, Many many) {
    var fit = many.fit();
    return fit.isEmpty() ? completedFuture(List.of()) : delivery.deliver(life, fit);
  }

  private HttpResponse reply(LifeId life, Many many, List<Answer> answers) {
    var results = new ArrayList<ObjectNode>(many.items().size());
    var next = answers.iterator();
    for (var item : many.items()) {
      results.add(
          switch (item) {
            case Fit _ -> result(life, next.next());
            case Unfit(var problem) -> refused(problem);
          });
    }
    if (many.areLines()) {
      var lines = new StringBuilder();
      results.forEach(result -> lines.append(result).append('\n'));
      return HttpResponse.create().withEntity(LINES, lines.toString());
    }
    var document = Views.object().put("life", life.slug());
    document.putArray("results").addAll(results);
    return Replies.ok(document);
  }

  private ObjectNode result(LifeId life, Answer answer) {
    return Replies.refusal(life, answer)
        .map(this::refused)
        .orElseGet(() -> Replies.result(life, answer));
  }

  /** One of many: the answer as a whole is none that counts as a refusal. */
  private ObjectNode refused(Problem problem) {
    meters.refused(problem.type());
    return Replies.result(problem);
  }
}
