package life.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import life.being.LifeId;
import life.journal.FactFormat;
import org.apache.pekko.http.javadsl.model.HttpCharsets;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/**
 * Why a request was refused, as a problem document (RFC 9457).
 *
 * @param status the HTTP status
 * @param slug names the kind of problem; its type is {@code /problems/<slug>}
 * @param title the kind of problem in a few words
 * @param detail what was wrong here and what would be right
 * @param known for an unknown name, the names that are known; else empty
 * @param retryAfterSeconds when it may go well; 0 if trying again does not help
 * @param allow for a wrong method, the right ones; else empty
 */
public record Problem(
    int status,
    String slug,
    String title,
    String detail,
    List<String> known,
    int retryAfterSeconds,
    List<String> allow) {

  public Problem {
    known = List.copyOf(known);
    allow = List.copyOf(allow);
  }

  private static Problem of(int status, String slug, String title, String detail) {
    return new Problem(status, slug, title, detail, List.of(), 0, List.of());
  }

  static Problem badInput(String detail) {
    return of(400, "bad-input", "The request can't be understood", detail);
  }

  static Problem notFound(String path) {
    return of(404, "not-found", "There is nothing here", "Nothing is at " + path);
  }

  static Problem unknownLife(String id) {
    return of(404, "unknown-life", "There is no such life", "There is no life '" + id + "'");
  }

  static Problem methodNotAllowed(String method, List<String> allow) {
    return new Problem(
        405,
        "method-not-allowed",
        "This can't be done here",
        method + " is not possible here; possible: " + String.join(", ", allow),
        List.of(),
        0,
        allow);
  }

  static Problem tooSlow(long seconds) {
    return of(
        408,
        "too-slow",
        "The body did not come in time",
        "A body has to be complete within " + seconds + " seconds");
  }

  static Problem dead(String detail) {
    return of(409, "dead", "The life is over", detail);
  }

  static Problem exists(String detail) {
    return of(409, "life-exists", "There is a life of that name", detail);
  }

  static Problem tooLarge(long most) {
    return of(413, "too-large", "The body is too large", "A body has at most " + most + " bytes");
  }

  static Problem wrongMediaType(String given) {
    return wrongMediaType("application/json", given);
  }

  static Problem wrongMediaType(String right, String given) {
    return of(
        415,
        "wrong-media-type",
        "The body is of another type",
        "The body must be " + right + ", but was " + given);
  }

  static Problem unknownKind(String detail, List<String> known) {
    return new Problem(
        422, "unknown-kind", "There is no such kind of stimulus", detail, known, 0, List.of());
  }

  static Problem unknownWorld(String name, List<String> known) {
    var detail = "there is no world '" + name + "'; known worlds: " + String.join(", ", known);
    return new Problem(422, "unknown-world", "There is no such world", detail, known, 0, List.of());
  }

  static Problem outOfTime(String detail) {
    return of(422, "out-of-time", "That tick can't be reached", detail);
  }

  static Problem keyTaken(String detail) {
    return of(422, "key-taken", "The idempotency key belongs to another stimulus", detail);
  }

  static Problem unknownSign(String kind, List<String> known) {
    var detail =
        "nothing of the kind '" + kind + "' is noticed; known: " + String.join(", ", known);
    return new Problem(
        422, "unknown-sign", "No such thing is noticed", detail, known, 0, List.of());
  }

  static Problem noSuchObservation(LifeId id, String number) {
    return of(
        404,
        "no-such-observation",
        "There is no such observation",
        "There is no observation " + number + " of " + id);
  }

  static Problem monitorOff() {
    return of(
        503,
        "monitor-off",
        "Nobody watches these lives",
        "The monitor of this Life is off; `life run --monitor on` catches up on what it missed");
  }

  static Problem notRunning() {
    return of(
        409,
        "not-running",
        "Nobody lives here now",
        "This is a look at a data directory in which no Life runs; `life run` with it lets its lives go on");
  }

  static Problem unlivable(String detail) {
    return of(409, "unlivable", "The life can't go on in this program", detail);
  }

  static Problem noSuchMoment(String detail) {
    return of(404, "no-such-moment", "The life has no such moment", detail);
  }

  static Problem unknownPath(String detail, List<String> known) {
    return new Problem(
        422, "unknown-path", "The state has no such value", detail, known, 0, List.of());
  }

  static Problem notAnswerable(String detail) {
    return of(422, "not-answerable", "That can't be asked of this life", detail);
  }

  static Problem lifeFileDamaged(String detail) {
    return of(422, "life-file-damaged", "This is not a life as it was exported", detail);
  }

  static Problem notEqual(String detail) {
    return of(422, "not-equal", "This life is not what its laws make of its inputs", detail);
  }

  static Problem cancelled() {
    return of(
        409, "cancelled", "The work was cancelled", "Somebody cancelled it; nothing of it stays");
  }

  static Problem tooMuchWork(int most) {
    return retry(
        "too-much-work",
        "Too much long work at once",
        "At most " + most + " pieces of long work run or wait at once",
        5);
  }

  static Problem agendaFull(String detail) {
    return retry("agenda-full", "The agenda is full", detail, 10);
  }

  static Problem notReady(String detail) {
    return retry("not-ready", "Not ready yet", detail, 1);
  }

  static Problem damaged(String detail) {
    return retry("journal-damaged", "The journal of this life can't be read", detail, 60);
  }

  static Problem tooManyStreams(int most) {
    var detail = most + " streams are open already, which is as many as there may be";
    return retry("too-many-streams", "Too many streams are open", detail, 10);
  }

  static Problem bug() {
    return of(
        500,
        "internal-error",
        "Something went wrong here",
        "This is a fault of the server; its log says more");
  }

  private static Problem retry(String slug, String title, String detail, int seconds) {
    return new Problem(503, slug, title, detail, List.of(), seconds, List.of());
  }

  /** The problem as an exception, to leave a handler with. */
  Refused asException() {
    return new Refused(this);
  }

  HttpResponse toResponse() {
    var headers = new ArrayList<HttpHeader>();
    if (retryAfterSeconds > 0) {
      headers.add(RawHeader.create("Retry-After", Integer.toString(retryAfterSeconds)));
    }
    if (!allow.isEmpty()) {
      headers.add(RawHeader.create("Allow", String.join(", ", allow)));
    }
    return HttpResponse.create()
        .withStatus(status)
        .addHeaders(headers)
        .withEntity(
            MediaTypes.applicationWithFixedCharset("problem+json", HttpCharsets.UTF_8)
                .toContentType(),
            toDocument().toString());
  }

  ObjectNode toDocument() {
    ObjectNode node = FactFormat.JSON.createObjectNode();
    node.put("type", "/problems/" + slug).put("title", title);
    node.put("status", status).put("detail", detail);
    if (!known.isEmpty()) {
      var names = node.putArray("known");
      known.forEach(names::add);
    }
    return node;
  }

  /** Carries a problem out of a handler. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private Refused(Problem problem) {
      super(problem.detail(), null, false, false);
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }
}
