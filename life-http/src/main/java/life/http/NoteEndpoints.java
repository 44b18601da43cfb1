package life.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import life.archive.Moments;
import life.being.LifeId;
import life.being.SelfState.Alive;
import life.chronicle.Point;
import life.http.gate.Right;
import life.http.problem.Problem;
import life.journal.PinnedNote;
import life.journal.PinnedNotes;
import life.journal.PinnedNotes.Mark;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/** What observers wrote down at points of lives. None of it reaches a being. */
final class NoteEndpoints {
  private static final int MOST_IN_A_PAGE = 1_000;
  private static final int NO_CONTENT = 204;
  private static final String ONE = "/v1/lives/{id}/notes/{number}";
  private static final String ALL = "/v1/lives/{id}/notes";
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
  private static final Pattern MARK = Pattern.compile("([0-9]{1,18})-([0-9]{1,9})");

  private final Service service;
  private final LifeEndpoints lives;
  private final Moments moments;
  private final Executor blocking;
  private final Clock clock = Clock.systemUTC();

  NoteEndpoints(Service service, LifeEndpoints lives) {
    this.service = service;
    this.lives = lives;
    this.moments = new Moments(service.biography());
    this.blocking = service.system().dispatchers().lookup(DispatcherSelector.blocking());
  }

  /** To read what was written. */
  List<Endpoint> reading() {
    return List.of(Endpoint.get(ALL, this::list), Endpoint.get(ONE, this::one));
  }

  /** To write. */
  List<Endpoint> writing() {
    return List.of(
        Endpoint.post(ALL, Right.STIMULATE, this::add),
        Endpoint.delete(ONE, Right.STIMULATE, this::remove));
  }

  private CompletionStage<HttpResponse> list(Call call) {
    call.allowParameters("after", "limit");
    var after = call.text("after").map(NoteEndpoints::mark).orElse(Mark.START);
    int limit = (int) call.whole("limit", 1, MOST_IN_A_PAGE).orElse(MOST_IN_A_PAGE);
    var id = lives.known(call.variable("id"));
    return blocking(() -> {
      var found = service.notes().list(id, after, limit + 1);
      var page = found.subList(0, Math.min(limit, found.size()));
      var document = Views.object().put("life", id.slug());
      var notes = document.putArray("notes");
      double tickSeconds = tickSeconds(id);
      page.forEach(note -> notes.add(view(note, tickSeconds)));
      return found.size() > limit
          ? next(document, id, page.getLast(), limit)
          : Replies.ok(document.putNull("next"));
    });
  }

  private static HttpResponse next(ObjectNode document, LifeId id, PinnedNote last, int limit) {
    var mark = last.tick() + "-" + last.number();
    var link = "</v1/lives/" + id + "/notes?after=" + mark + "&limit=" + limit + ">; rel=\"next\"";
    return Replies.ok(document.put("next", mark)).addHeader(RawHeader.create("Link", link));
  }

  private CompletionStage<HttpResponse> one(Call call) {
    call.allowParameters();
    var id = lives.known(call.variable("id"));
    var number = call.variable("number");
    return blocking(() -> Replies.ok(view(found(id, number), tickSeconds(id))));
  }

  private PinnedNote found(LifeId id, String number) {
    return service
        .notes()
        .find(id, number(id, number))
        .orElseThrow(() -> Problem.noSuchNote(id, number).asException());
  }

  private CompletionStage<HttpResponse> add(Call call) {
    call.allowParameters();
    var body = call.body("at", "text");
    var text = body.text("text");
    Asked.valid(() -> {
      PinnedNote.requireText(text);
      return text;
    });
    var at = body.optionalText("at").map(Asked::point).orElseGet(Point.Head::new);
    var id = lives.known(call.variable("id"));
    return blocking(() -> {
      var state = moments.at(id, at).state();
      long tick = ((Alive) Views.living(state)).tick();
      var note =
          service
              .notes()
              .add(id, state.seq(), tick, clock.instant(), text)
              .orElseThrow(() -> Problem.tooManyNotes(id, PinnedNotes.MOST).asException());
      var location = "/v1/lives/" + id + "/notes/" + note.number();
      return Replies.created(location, view(note, tickSeconds(id)));
    });
  }

  private CompletionStage<HttpResponse> remove(Call call) {
    call.allowParameters();
    var id = lives.known(call.variable("id"));
    var number = call.variable("number");
    return blocking(() -> {
      if (!service.notes().remove(id, number(id, number))) {
        throw Problem.noSuchNote(id, number).asException();
      }
      return HttpResponse.create().withStatus(NO_CONTENT).withEntity(HttpEntities.EMPTY);
    });
  }

  private static int number(LifeId id, String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw Problem.noSuchNote(id, Body.shortened(text)).asException();
    }
    return Integer.parseInt(text);
  }

  private static Mark mark(String text) {
    var parts = MARK.matcher(text);
    if (!parts.matches()) {
      throw Problem.badInput(
              "'after' is the 'next' of the page before, such as 86400-3, not '"
                  + Body.shortened(text)
                  + "'")
          .asException();
    }
    return new Mark(Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2)));
  }

  private double tickSeconds(LifeId id) {
    return ObservationEndpoints.tickSeconds(service, id);
  }

  private static ObjectNode view(PinnedNote note, double tickSeconds) {
    return Views.object()
        .put("number", note.number())
        .put("seq", note.seq())
        .put("tick", note.tick())
        .put("age", Views.span(note.tick() * tickSeconds))
        .put("text", note.text())
        .put("at", note.at().toString());
  }

  private CompletionStage<HttpResponse> blocking(Supplier<HttpResponse> work) {
    return CompletableFuture.supplyAsync(work, blocking);
  }
}
