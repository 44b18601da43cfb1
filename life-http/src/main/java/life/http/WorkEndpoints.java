package life.http;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import life.archive.Chronicle;
import life.archive.MightHaveBeen;
import life.archive.Progress;
import life.archive.Question;
import life.archive.WhatIf;
import life.being.LifeId;
import life.http.gate.Right;
import life.http.problem.Problem;
import life.world.Stimulus;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/** Long looks at lives: verifications and branches, as work that can be followed. */
final class WorkEndpoints {
  private static final long A_MOMENT_MILLIS = 500;
  private static final int ACCEPTED = 202;

  private final Service service;
  private final LifeEndpoints lives;
  private final Works works;

  WorkEndpoints(Service service, LifeEndpoints lives, Works works) {
    this.service = service;
    this.lives = lives;
    this.works = works;
  }

  List<Endpoint> all() {
    return List.of(
        Endpoint.post("/v1/lives/{id}/verifications", Right.OBSERVE, this::verify),
        Endpoint.post("/v1/lives/{id}/branches", Right.OBSERVE, this::branch),
        Endpoint.get("/v1/work/{number}", this::look),
        Endpoint.delete("/v1/work/{number}", Right.OBSERVE, this::cancel));
  }

  /** The document of that work: 200 if it is over within a moment, else 202 and where to look. */
  static CompletionStage<HttpResponse> answer(Work work) {
    return work.within(A_MOMENT_MILLIS)
        .thenApply(now -> {
          var response = Replies.ok(now.document());
          return now.isOver()
              ? response
              : response
                  .withStatus(ACCEPTED)
                  .addHeader(RawHeader.create("Location", "/v1/work/" + now.number()));
        });
  }

  private CompletionStage<HttpResponse> verify(Call call) {
    call.allowParameters();
    var from = call.body("from").optionalText("from").orElse("genesis");
    if (!from.equals("genesis") && !from.equals("snapshot")) {
      throw Problem.badInput("'from' is genesis or snapshot, not '" + from + "'").asException();
    }
    var id = lives.known(call.variable("id"));
    var chronicle = new Chronicle(service.biography());
    return answer(
        works.begin(
            "verification",
            id.slug(),
            Right.OBSERVE,
            progress ->
                VerificationView.of(
                    id, () -> chronicle.verify(id, from.equals("snapshot"), progress))));
  }

  private CompletionStage<HttpResponse> branch(Call call) {
    call.allowParameters();
    var id = lives.known(call.variable("id"));
    var question = question(id, call.body("at", "drop", "put", "set", "until", "seeds", "keep"));
    var needed = question.keep().isPresent() ? Right.OPERATE : Right.OBSERVE;
    call.pass().require(needed);
    return answer(
        works.begin(
            "branch",
            id.slug(),
            needed,
            progress -> {
              var answer = ask(question, progress);
              question.keep().ifPresent(name -> service.arrived().accept(name));
              return BranchView.of(id, answer);
            }));
  }

  private MightHaveBeen ask(Question question, Progress progress) {
    try {
      return new WhatIf(service.biography())
          .answer(question, service.facts(), Instant.now(), progress);
    } catch (IllegalArgumentException e) {
      throw Problem.notAnswerable(String.valueOf(e.getMessage())).asException();
    }
  }

  private static Question question(LifeId id, Body body) {
    var puts =
        body.objects("put", "kind", "intensity", "inTicks", "atTick").stream()
            .map(WorkEndpoints::put)
            .toList();
    var until =
        body.optionalObject("until", "seconds", "fromPoint")
            .map(asked ->
                Asked.valid(() ->
                    new Question.Until(
                        asked.number("seconds"), asked.optionalTruth("fromPoint").orElse(false))));
    return Asked.valid(() ->
        new Question(
            id,
            body.optionalText("at").map(Asked::point),
            body.wholes("drop"),
            puts,
            settings(body),
            until,
            (int) Math.min(Integer.MAX_VALUE, body.optionalWhole("seeds").orElse(0)),
            body.optionalText("keep").map(Asked::id)));
  }

  private static Question.Put put(Body body) {
    var stimulus = Asked.valid(() -> new Stimulus(body.text("kind"), body.number("intensity")));
    var inTicks = body.optionalWhole("inTicks");
    var atTick = body.optionalWhole("atTick");
    return Asked.valid(() ->
        new Question.Put(
            stimulus,
            inTicks.isEmpty() && atTick.isEmpty() ? OptionalLong.of(0) : inTicks,
            atTick));
  }

  private static Map<String, String> settings(Body body) {
    var settings = new HashMap<String, String>();
    body.texts("set").forEach(settings::put);
    return settings;
  }

  private CompletionStage<HttpResponse> look(Call call) {
    call.allowParameters();
    return completedFuture(Replies.ok(found(call).document()));
  }

  private CompletionStage<HttpResponse> cancel(Call call) {
    call.allowParameters();
    var work = found(call);
    call.pass().require(work.right());
    work.cancel();
    return work.within(A_MOMENT_MILLIS).thenApply(now -> Replies.ok(now.document()));
  }

  private Work found(Call call) {
    Optional<Work> found = works.find(call.variable("number"));
    return found.orElseThrow(() ->
        Problem.notFound("/v1/work/" + call.variable("number") + "; old work is forgotten")
            .asException());
  }
}
