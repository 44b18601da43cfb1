package life.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import life.actor.Seen;
import life.archive.Moment;
import life.archive.Moments;
import life.being.Decider;
import life.being.LifeId;
import life.being.SelfState.Alive;
import life.chronicle.Point;
import life.http.problem.Problem;
import life.journal.Biography;
import life.observe.Interpretation;
import life.observe.Narrative;
import life.observe.Outlook;
import life.observe.Scope;
import life.observe.Tale;
import life.observe.Window;
import life.observe.Windows;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/**
 * Lives told and summed up, and how they are doing: folds over what is in the journal. Of the
 * present the monitor is asked first, who comes to the same.
 */
final class TellingEndpoints {
  private static final int NOT_MODIFIED = 304;

  private final Service service;
  private final LifeEndpoints lives;
  private final WholeLives wholeLives;
  private final Onlooker onlooker;

  TellingEndpoints(Service service, LifeEndpoints lives, WholeLives wholeLives) {
    this.service = service;
    this.lives = lives;
    this.wholeLives = wholeLives;
    this.onlooker = new Onlooker(service);
  }

  List<Endpoint> all() {
    return List.of(
        Endpoint.get("/v1/lives/{id}/tell", this::tell),
        Endpoint.get("/v1/lives/{id}/windows", this::windows),
        Endpoint.get("/v1/lives/{id}/interpretation", this::interpretation));
  }

  private interface Answer {
    HttpResponse of(Stretch stretch);
  }

  /** What is asked about, and what of it is known already. */
  private record Question(
      LifeId id, Scope scope, OptionalLong number, Optional<Point> at, Optional<String> known) {
    boolean isOfPresent() {
      return number.isEmpty() && at.isEmpty();
    }

    Stretch stretch(Biography biography) {
      return number.isPresent()
          ? Stretch.numbered(biography, id, scope, number.getAsLong())
          : Stretch.at(biography, id, scope, at.orElseGet(Point.Head::new));
    }

    /** The answer, unless whoever asks has it already. */
    HttpResponse answered(long number, long until, Supplier<HttpResponse> answer) {
      var tag = "\"" + scope.word() + "-" + number + "-" + until + "\"";
      var response =
          known.filter(tag::equals).isPresent()
              ? HttpResponse.create().withStatus(NOT_MODIFIED)
              : answer.get();
      return response
          .addHeader(RawHeader.create("ETag", tag))
          .addHeader(RawHeader.create("Cache-Control", "no-cache"));
    }
  }

  private Question question(Call call) {
    call.allowParameters("of", "number", "at");
    var scope = scope(call.text("of").orElse(Scope.DAY.word()));
    var number = call.whole("number", 1, Long.MAX_VALUE);
    var at = call.text("at").map(Asked::point);
    if (number.isPresent() && (at.isPresent() || scope == Scope.LIFE)) {
      throw Problem.badInput(
              at.isPresent()
                  ? "give one of number and at, not both"
                  : "a life has no number; number goes with of=hour and of=day")
          .asException();
    }
    var id = lives.known(call.variable("id"));
    return new Question(id, scope, number, at, call.header("If-None-Match"));
  }

  private CompletionStage<HttpResponse> read(Question question, Answer answer) {
    return wholeLives.read(() -> {
      var stretch = question.stretch(service.biography());
      return question.answered(stretch.number(), stretch.until(), () -> answer.of(stretch));
    });
  }

  private CompletionStage<HttpResponse> tell(Call call) {
    return read(question(call), stretch -> Replies.ok(TaleView.of(stretch, told(stretch))));
  }

  private Tale told(Stretch stretch) {
    var narrative =
        stretch.of() == Scope.LIFE
            ? Narrative.ofLife(stretch.ticks(), stretch.tickSeconds())
            : Narrative.of(stretch.of(), stretch.number(), stretch.tickSeconds());
    stretch.fold(service.biography(), narrative::next);
    return narrative.tale().orElseThrow();
  }

  private CompletionStage<HttpResponse> windows(Call call) {
    var question = question(call);
    if (!question.isOfPresent()) {
      return readWindow(question);
    }
    return onlooker
        .window(question.id(), question.scope())
        .thenCompose(seen ->
            seen.flatMap(now -> present(question, now))
                .<CompletionStage<HttpResponse>>map(CompletableFuture::completedFuture)
                .orElseGet(() -> readWindow(question)));
  }

  /** Empty at a full hour at which the next one has begun already: it tells of the one before. */
  private static Optional<HttpResponse> present(Question question, Seen<Window> seen) {
    var window = seen.what();
    if (!(seen.state() instanceof Alive being)
        || window.number() != Stretch.number(question.scope(), being)) {
      return Optional.empty();
    }
    return Optional.of(
        question.answered(
            window.number(),
            being.seq(),
            () -> Replies.ok(WindowView.of(question.id(), window, false))));
  }

  private CompletionStage<HttpResponse> readWindow(Question question) {
    return read(
        question,
        stretch -> Replies.ok(WindowView.of(stretch.life(), window(stretch), stretch.isOver())));
  }

  private Window window(Stretch stretch) {
    var windows = new Windows();
    var wanted = new Window[1];
    stretch.fold(
        service.biography(),
        (before, fact, after) ->
            windows.next(
                before,
                fact,
                after,
                closed -> {
                  if (closed.of() == stretch.of() && closed.number() == stretch.number()) {
                    wanted[0] = closed;
                  }
                }));
    return Optional.ofNullable(wanted[0]).or(() -> windows.now(stretch.of())).orElseThrow();
  }

  private static Scope scope(String word) {
    for (var scope : Scope.values()) {
      if (scope.word().equals(word.toLowerCase(Locale.ROOT))) {
        return scope;
      }
    }
    throw Problem.badInput("'of' is hour, day or life, not '" + word + "'").asException();
  }

  private CompletionStage<HttpResponse> interpretation(Call call) {
    call.allowParameters("at");
    var at = call.text("at").map(Asked::point);
    var id = lives.known(call.variable("id"));
    if (at.isPresent()) {
      return readInterpretation(id, at.get());
    }
    return onlooker
        .interpretation(id)
        .thenCompose(seen ->
            seen.map(now -> said(id, new Moment(now.state(), Optional.empty(), true), now.what()))
                .<CompletionStage<HttpResponse>>map(CompletableFuture::completedFuture)
                .orElseGet(() -> readInterpretation(id, new Point.Head())));
  }

  private CompletionStage<HttpResponse> readInterpretation(LifeId id, Point at) {
    return wholeLives.read(() -> {
      var biography = service.biography();
      var moments = new Moments(biography);
      var moment = moments.at(id, at);
      var being = Stretch.being(moment.state());
      double tickSeconds = being.origin().laws().tickSeconds();
      long back = (long) ((Outlook.HOURS + 1) * Scope.HOUR.seconds() / tickSeconds);
      var from =
          being.tick() <= back
              ? Decider.UNBORN
              : biography.stateAt(
                  id, moments.at(id, new Point.Tick(being.tick() - back)).state().seq());
      var outlook = new Outlook();
      Stretch.fold(biography, id, from, moment.state().seq(), outlook::next);
      return said(id, moment, outlook.of(moment.state()));
    });
  }

  private static HttpResponse said(LifeId id, Moment moment, Interpretation how) {
    return Replies.ok(TaleView.of(MomentViews.place(id, moment), how));
  }
}
