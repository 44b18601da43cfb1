package life.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import life.archive.Moments;
import life.being.Decider;
import life.being.LifeId;
import life.chronicle.Point;
import life.observe.Narrative;
import life.observe.Outlook;
import life.observe.Scope;
import life.observe.Tale;
import life.observe.Window;
import life.observe.Windows;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/** Lives told and summed up, and how they are doing: folds over what is in the journal. */
final class TellingEndpoints {
  private static final int NOT_MODIFIED = 304;

  private final Service service;
  private final LifeEndpoints lives;
  private final WholeLives wholeLives;

  TellingEndpoints(Service service, LifeEndpoints lives, WholeLives wholeLives) {
    this.service = service;
    this.lives = lives;
    this.wholeLives = wholeLives;
  }

  List<Endpoint> all() {
    return List.of(
        new Endpoint("GET", "/v1/lives/{id}/tell", this::tell),
        new Endpoint("GET", "/v1/lives/{id}/windows", this::windows),
        new Endpoint("GET", "/v1/lives/{id}/interpretation", this::interpretation));
  }

  private interface Answer {
    HttpResponse of(Stretch stretch);
  }

  private CompletionStage<HttpResponse> tell(Call call) {
    return about(call, stretch -> Replies.ok(TaleView.of(stretch, told(stretch))));
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
    return about(call, stretch -> Replies.ok(WindowView.of(stretch, window(stretch))));
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

  /** What is asked for, unless whoever asks has it already. */
  private CompletionStage<HttpResponse> about(Call call, Answer answer) {
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
    var known = call.header("If-None-Match");
    var id = lives.known(call.variable("id"));
    return wholeLives.read(() -> {
      var stretch = stretch(id, scope, number, at);
      var tag = "\"%s-%d-%d\"".formatted(scope.word(), stretch.number(), stretch.until());
      var response =
          known.filter(tag::equals).isPresent()
              ? HttpResponse.create().withStatus(NOT_MODIFIED)
              : answer.of(stretch);
      return response
          .addHeader(RawHeader.create("ETag", tag))
          .addHeader(RawHeader.create("Cache-Control", "no-cache"));
    });
  }

  private Stretch stretch(LifeId id, Scope scope, OptionalLong number, Optional<Point> at) {
    return number.isPresent()
        ? Stretch.numbered(service.biography(), id, scope, number.getAsLong())
        : Stretch.at(service.biography(), id, scope, at.orElseGet(Point.Head::new));
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
    var at = call.text("at").map(Asked::point).orElseGet(Point.Head::new);
    var id = lives.known(call.variable("id"));
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
      return Replies.ok(TaleView.of(MomentViews.place(id, moment), outlook.of(moment.state())));
    });
  }
}
