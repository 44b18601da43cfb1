package life.http.problem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import life.being.LifeId;
import life.journal.FactFormat;
import org.apache.pekko.http.javadsl.model.AttributeKey;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.HttpCharsets;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/**
 * Why a request was refused, as a problem document (RFC 9457).
 *
 * @param type the kind of problem
 * @param detail what was wrong here and what would be right
 * @param known for an unknown name, the names that are known; else empty
 * @param headers that the answer carries besides
 */
public record Problem(
    ProblemType type, String detail, List<String> known, List<HttpHeader> headers) {
  /** What problem documents are, as HTTP says it. */
  public static final ContentType.NonBinary MEDIA_TYPE =
      MediaTypes.applicationWithFixedCharset("problem+json", HttpCharsets.UTF_8).toContentType();

  /** What kind of problem an answer is, for whoever counts them; it isn't sent. */
  public static final AttributeKey<ProblemType> TYPE =
      AttributeKey.create("problem", ProblemType.class);

  public Problem {
    known = List.copyOf(known);
    headers = List.copyOf(headers);
  }

  /** A problem of that type. */
  public static Problem of(ProblemType type, String detail) {
    return of(type, detail, List.of());
  }

  private static Problem of(ProblemType type, String detail, List<String> known) {
    var headers = new ArrayList<HttpHeader>();
    if (type.retryAfterSeconds() > 0) {
      headers.add(RawHeader.create("Retry-After", Integer.toString(type.retryAfterSeconds())));
    }
    return new Problem(type, detail, known, headers);
  }

  /** The same, with one more header; it replaces one of that name. */
  public Problem with(String name, String value) {
    var more = new ArrayList<>(headers);
    more.removeIf(header -> header.is(name.toLowerCase(Locale.ROOT)));
    more.add(RawHeader.create(name, value));
    return new Problem(type, detail, known, more);
  }

  public static Problem badInput(String detail) {
    return of(ProblemType.BAD_INPUT, detail);
  }

  public static Problem notFound(String path) {
    return of(ProblemType.NOT_FOUND, "Nothing is at " + path);
  }

  public static Problem unknownLife(String id) {
    return of(ProblemType.UNKNOWN_LIFE, "There is no life '" + id + "'");
  }

  public static Problem methodNotAllowed(String method, List<String> allow) {
    var right = String.join(", ", allow);
    return of(ProblemType.METHOD_NOT_ALLOWED, method + " is not possible here; possible: " + right)
        .with("Allow", right);
  }

  public static Problem tooSlow(long seconds) {
    return of(ProblemType.TOO_SLOW, "A body has to be complete within " + seconds + " seconds");
  }

  public static Problem dead(String detail) {
    return of(ProblemType.DEAD, detail);
  }

  public static Problem exists(String detail) {
    return of(ProblemType.LIFE_EXISTS, detail);
  }

  public static Problem tooLarge(long most) {
    return of(ProblemType.TOO_LARGE, "A body has at most " + most + " bytes here");
  }

  public static Problem wrongMediaType(String right, String given) {
    return of(ProblemType.WRONG_MEDIA_TYPE, "The body must be " + right + ", but was " + given);
  }

  public static Problem unknownKind(String detail, List<String> known) {
    return of(ProblemType.UNKNOWN_KIND, detail, known);
  }

  public static Problem unknownWorld(String name, List<String> known) {
    var detail = "there is no world '" + name + "'; known worlds: " + String.join(", ", known);
    return of(ProblemType.UNKNOWN_WORLD, detail, known);
  }

  public static Problem outOfTime(String detail) {
    return of(ProblemType.OUT_OF_TIME, detail);
  }

  public static Problem keyTaken(String detail) {
    return of(ProblemType.KEY_TAKEN, detail);
  }

  public static Problem unknownSign(String kind, List<String> known) {
    var detail =
        "nothing of the kind '" + kind + "' is noticed; known: " + String.join(", ", known);
    return of(ProblemType.UNKNOWN_SIGN, detail, known);
  }

  public static Problem noSuchObservation(LifeId id, String number) {
    return of(ProblemType.NO_SUCH_OBSERVATION, "There is no observation " + number + " of " + id);
  }

  public static Problem noSuchNote(LifeId id, String number) {
    return of(ProblemType.NO_SUCH_NOTE, "There is no note " + number + " of " + id);
  }

  public static Problem tooManyNotes(LifeId id, int most) {
    return of(
        ProblemType.TOO_MANY_NOTES,
        "A life has at most " + most + " notes, and " + id + " has as many");
  }

  public static Problem monitorOff() {
    return of(
        ProblemType.MONITOR_OFF,
        "The monitor of this Life is off; `life run --monitor on` catches up on what it missed");
  }

  public static Problem notRunning() {
    return of(
        ProblemType.NOT_RUNNING,
        "This is a look at a data directory in which no Life runs; `life run` with it lets its lives go on");
  }

  public static Problem unlivable(String detail) {
    return of(ProblemType.UNLIVABLE, detail);
  }

  public static Problem noSuchMoment(String detail) {
    return of(ProblemType.NO_SUCH_MOMENT, detail);
  }

  public static Problem unknownPath(String detail, List<String> known) {
    return of(ProblemType.UNKNOWN_PATH, detail, known);
  }

  public static Problem notAnswerable(String detail) {
    return of(ProblemType.NOT_ANSWERABLE, detail);
  }

  public static Problem lifeFileDamaged(String detail) {
    return of(ProblemType.LIFE_FILE_DAMAGED, detail);
  }

  public static Problem notEqual(String detail) {
    return of(ProblemType.NOT_EQUAL, detail);
  }

  public static Problem cancelled() {
    return of(ProblemType.CANCELLED, "Somebody cancelled it; nothing of it stays");
  }

  public static Problem tooMuchWork(int most) {
    return of(
        ProblemType.TOO_MUCH_WORK, "At most " + most + " pieces of long work run or wait at once");
  }

  public static Problem agendaFull(String detail) {
    return of(ProblemType.AGENDA_FULL, detail);
  }

  public static Problem notReady(String detail) {
    return of(ProblemType.NOT_READY, detail);
  }

  public static Problem damaged(String detail) {
    return of(ProblemType.JOURNAL_DAMAGED, detail);
  }

  public static Problem tooManyStreams(int most) {
    return of(
        ProblemType.TOO_MANY_STREAMS,
        most + " streams are open already, which is as many as there may be");
  }

  public static Problem bug() {
    return of(ProblemType.INTERNAL_ERROR, "This is a fault of the server; its log says more");
  }

  /** The HTTP status. */
  public int status() {
    return type.status();
  }

  /** The problem as an exception, to leave a handler with. */
  public Refused asException() {
    return new Refused(this);
  }

  /** The problem as an answer. */
  public HttpResponse toResponse() {
    return HttpResponse.create()
        .withStatus(status())
        .addAttribute(TYPE, type)
        .addHeaders(headers)
        .withEntity(MEDIA_TYPE, toDocument().toString());
  }

  /** The problem as a document. */
  public ObjectNode toDocument() {
    ObjectNode node = FactFormat.JSON.createObjectNode();
    node.put("type", type.path()).put("title", type.title());
    node.put("status", status()).put("detail", detail);
    if (!known.isEmpty()) {
      var names = node.putArray("known");
      known.forEach(names::add);
    }
    return node;
  }

  /** Carries a problem out of a handler. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private Refused(Problem problem) {
      super(problem.detail(), null, false, false);
      this.problem = problem;
    }

    public Problem problem() {
      return problem;
    }
  }
}
