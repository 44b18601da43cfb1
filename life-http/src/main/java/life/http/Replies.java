package life.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import life.actor.Answer;
import life.being.LifeId;
import life.being.Refusal;
import life.http.problem.Problem;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/** What lives answer, as HTTP responses. */
final class Replies {
  private static final int OK = 200;
  private static final int CREATED = 201;

  private Replies() {}

  static HttpResponse ok(JsonNode document) {
    return HttpResponse.create()
        .withStatus(OK)
        .withEntity(ContentTypes.APPLICATION_JSON, document.toString());
  }

  static HttpResponse created(String location, JsonNode document) {
    return ok(document).withStatus(CREATED).addHeader(RawHeader.create("Location", location));
  }

  /** The answer to a stimulus. */
  static HttpResponse stimulus(LifeId id, Answer answer) {
    return switch (answer) {
      case Answer.Accepted(var receipt, boolean replayed) -> {
        var location = "/v1/lives/" + id + "/facts?after=" + (receipt.seq() - 1) + "&limit=1";
        var response = created(location, Views.receipt(id, receipt));
        yield replayed
            ? response.addHeader(RawHeader.create("Idempotency-Replayed", "true"))
            : response;
      }
      case Answer.BornNow _, Answer.Each _ ->
          throw new IllegalStateException("nobody asked for that");
      case Answer.Refused(var refusal) -> problem(id, refusal).toResponse();
      case Answer.Unavailable(var why) -> Problem.notReady(why).toResponse();
    };
  }

  /** The answer to one of many stimuli. */
  static ObjectNode result(LifeId id, Answer answer) {
    return switch (answer) {
      case Answer.Accepted(var receipt, boolean replayed) -> {
        var result = Views.object().put("status", CREATED).put("seq", receipt.seq());
        result.put("tick", receipt.tick()).put("due", receipt.due());
        yield result.put("replayed", replayed);
      }
      case Answer.BornNow _, Answer.Each _ ->
          throw new IllegalStateException("nobody asked for that");
      case Answer.Refused(var refusal) -> result(problem(id, refusal));
      case Answer.Unavailable(var why) -> result(Problem.notReady(why));
    };
  }

  /** Why it was not accepted; empty if it was. */
  static Optional<Problem> refusal(LifeId id, Answer answer) {
    return switch (answer) {
      case Answer.Refused(var refusal) -> Optional.of(problem(id, refusal));
      case Answer.Unavailable(var why) -> Optional.of(Problem.notReady(why));
      case Answer.Accepted _, Answer.BornNow _, Answer.Each _ -> Optional.empty();
    };
  }

  /** What is said of one of many stimuli that is refused. */
  static ObjectNode result(Problem problem) {
    var result = Views.object().put("status", problem.status());
    result.set("problem", problem.toDocument());
    return result;
  }

  static Problem problem(LifeId id, Refusal refusal) {
    var words = refusal.words();
    return switch (refusal) {
      case Refusal.NotBorn _ -> Problem.unknownLife(id.slug());
      case Refusal.AlreadyBorn _ -> Problem.exists(words);
      case Refusal.IsDead _ -> Problem.dead(words);
      case Refusal.UnknownKind(_, var known) -> Problem.unknownKind(words, known);
      case Refusal.AgendaFull _ -> Problem.agendaFull(words);
      case Refusal.OutOfTime _ -> Problem.outOfTime(words);
      case Refusal.KeyTaken _ -> Problem.keyTaken(words);
    };
  }
}
