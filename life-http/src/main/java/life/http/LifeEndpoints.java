package life.http;

import static java.util.concurrent.CompletableFuture.completedFuture;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CompletionStage;
import life.actor.Directory;
import life.actor.Directory.Standing;
import life.being.LifeId;
import life.being.SelfState;
import life.http.problem.Problem;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/** How lives are. */
final class LifeEndpoints {
  private static final int USUAL_LIVES = 1_000;
  private static final int MOST_LIVES = 10_000;

  private final Service service;

  LifeEndpoints(Service service) {
    this.service = service;
  }

  List<Endpoint> all() {
    return List.of(
        Endpoint.get("/v1/lives", this::list), Endpoint.get("/v1/lives/{id}", this::look));
  }

  private CompletionStage<HttpResponse> list(Call call) {
    call.allowParameters("after", "limit");
    var after = call.text("after").map(Asked::id).map(LifeId::slug).orElse("");
    int limit = (int) call.whole("limit", 1, MOST_LIVES).orElse(USUAL_LIVES);
    var found =
        service.directory().all().stream()
            .filter(entry -> entry.id().slug().compareTo(after) > 0)
            .filter(entry -> !(entry.standing() instanceof Standing.Present(SelfState.Unborn _)))
            .limit(limit + 1L)
            .toList();
    var page = found.subList(0, Math.min(limit, found.size()));
    var document = Views.object();
    var lives = document.putArray("lives");
    page.forEach(entry -> lives.add(Views.line(entry)));
    return completedFuture(
        found.size() > limit
            ? next(document, page.getLast().id(), limit)
            : Replies.ok(document.putNull("next")));
  }

  private static HttpResponse next(ObjectNode document, LifeId last, int limit) {
    var link = "</v1/lives?after=" + last + "&limit=" + limit + ">; rel=\"next\"";
    return Replies.ok(document.put("next", last.slug())).addHeader(RawHeader.create("Link", link));
  }

  private CompletionStage<HttpResponse> look(Call call) {
    call.allowParameters();
    return completedFuture(Replies.ok(Views.state(seen(call.variable("id")).state())));
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
