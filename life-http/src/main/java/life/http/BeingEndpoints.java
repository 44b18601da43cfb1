package life.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import life.archive.Moment;
import life.archive.Moments;
import life.being.LifeId;
import life.chronicle.Point;
import life.journal.FactFormat;
import life.mind.Trace;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/** What is around a being, and what it has in mind. */
final class BeingEndpoints {
  private final LifeEndpoints lives;
  private final Moments moments;
  private final Executor blocking;

  BeingEndpoints(Service service, LifeEndpoints lives) {
    this.lives = lives;
    this.moments = new Moments(service.biography());
    this.blocking = service.system().dispatchers().lookup(DispatcherSelector.blocking());
  }

  List<Endpoint> all() {
    return List.of(
        Endpoint.get("/v1/lives/{id}/world", this::world),
        Endpoint.get("/v1/lives/{id}/memories", this::memories));
  }

  private CompletionStage<HttpResponse> world(Call call) {
    return at(
        call,
        (id, moment) -> {
          var world = Stretch.being(moment.state()).world();
          ObjectNode document = MomentViews.place(id, moment);
          document.set("world", FactFormat.JSON.valueToTree(world));
          return document;
        });
  }

  private CompletionStage<HttpResponse> memories(Call call) {
    return at(
        call,
        (id, moment) -> {
          var being = Stretch.being(moment.state());
          var memory = being.mind().memory();
          var document = MomentViews.place(id, moment);
          document.set("short", FactFormat.JSON.valueToTree(memory.shortTerm()));
          var kept = document.putArray("long");
          double now = being.condition().felt();
          memory.longTerm().traces().stream()
              .map(trace -> trace(trace, now))
              .sorted(Comparator.comparingDouble(one -> -one.path("activation").asDouble()))
              .forEach(kept::add);
          return document;
        });
  }

  /** A memory, and how present it is at a moment of felt time (ACT-R's base-level activation). */
  private static ObjectNode trace(Trace trace, double now) {
    ObjectNode node = FactFormat.JSON.valueToTree(trace);
    return node.put("activation", trace.level().activation(now));
  }

  private interface Answer {
    ObjectNode of(LifeId id, Moment moment);
  }

  private CompletionStage<HttpResponse> at(Call call, Answer answer) {
    call.allowParameters("at");
    var point = call.text("at").map(Asked::point).orElseGet(Point.Head::new);
    var id = lives.known(call.variable("id"));
    return CompletableFuture.supplyAsync(
        () -> Replies.ok(answer.of(id, moments.at(id, point))), blocking);
  }
}
