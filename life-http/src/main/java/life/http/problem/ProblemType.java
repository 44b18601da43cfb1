package life.http.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of problem. Each is a page under {@code /problems/}, where {@link #meaning} and {@link
 * #remedy} stand.
 */
public enum ProblemType {
  BAD_INPUT(
      400,
      "The request can't be understood",
      "A part of the request is missing, of the wrong type or out of range, or the body is not the JSON that is wanted"
          + " here. Nothing was done.",
      "The detail says what was wrong and what would be right. Change the request; sent again as it is, it is refused"
          + " again."),
  TOKEN_NEEDED(
      401,
      "A token is needed",
      "What was asked for is not for everybody, and the request came without a token, or with one that is not of this"
          + " Life.",
      "Send the header 'Authorization: Bearer TOKEN'. `life token`, on the machine and for the data directory of that"
          + " Life, prints the token."),
  NOT_ALLOWED(
      403,
      "This token is for less",
      "The token is right, but of a lesser right than what was asked for needs: observe, stimulate and operate, each"
          + " includes the ones before it.",
      "Ask whoever runs this Life for a token of that right."),
  FOREIGN_ORIGIN(
      403,
      "Pages of other sites may not do this",
      "A browser sent the request on behalf of a page that is not of this server.",
      "Use a page of this server, or a program that is no browser."),
  NOT_FOUND(
      404,
      "There is nothing here",
      "No endpoint has this path.",
      "The page /docs lists all paths. None of them ends with a slash."),
  UNKNOWN_LIFE(
      404,
      "There is no such life",
      "No being of that name was ever born here.",
      "GET /v1/lives lists the living and the dead."),
  NO_SUCH_OBSERVATION(
      404,
      "There is no such observation",
      "Nothing with that number was noticed in this life, or not yet.",
      "GET /v1/lives/{id}/observations lists what was noticed."),
  NO_SUCH_NOTE(
      404,
      "There is no such note",
      "No note of that number is pinned to this life, or it was removed.",
      "GET /v1/lives/{id}/notes lists those that there are."),
  NO_SUCH_MOMENT(
      404,
      "The life has no such moment",
      "The moment that was asked for is before the birth or after what has been lived.",
      "The detail says which moments there are."),
  METHOD_NOT_ALLOWED(
      405,
      "This can't be done here",
      "The path is right, but takes other methods.",
      "The header Allow names them."),
  TOO_SLOW(
      408,
      "The request did not come in time",
      "The head or the body of a request took longer than it may.",
      "Send it again, at once and whole. With an Idempotency-Key that is safe in any case."),
  DEAD(
      409,
      "The life is over",
      "The dead take no stimuli; their last state and all of their past can be looked at.",
      "Look at GET /v1/lives/{id}, or live it otherwise from a moment before: POST /v1/lives/{id}/branches."),
  LIFE_EXISTS(
      409,
      "There is a life of that name",
      "A name belongs to one being for ever, also when it is dead.",
      "Choose another name."),
  NOT_RUNNING(
      409,
      "Nobody lives here now",
      "This is a look at a data directory in which no Life runs.",
      "`life run` with that directory lets its lives go on."),
  UNLIVABLE(
      409,
      "The life can't go on in this program",
      "It was lived under laws that this program does not have.",
      "Its past can be looked at, replayed and exported here; a program with its laws lets it live on."),
  TOO_MANY_NOTES(
      409,
      "There are too many notes",
      "This life has as many notes as may be pinned to one.",
      "Remove some that are no longer wanted: DELETE /v1/lives/{id}/notes/{number}."),
  CANCELLED(
      409,
      "The work was cancelled",
      "Somebody cancelled the work that was waited for. Nothing of it stays.",
      "Begin it again."),
  TOO_LARGE(
      413,
      "The body is too large",
      "A body has at most 64 KiB, a batch of stimuli at most 1 MiB.",
      "Send less at once: several batches instead of one."),
  URI_TOO_LONG(
      414,
      "The address is too long",
      "The path with its query is longer than this server reads.",
      "Ask for less at once."),
  WRONG_MEDIA_TYPE(
      415,
      "The body is of another type",
      "The header Content-Type names a type, or Content-Encoding an encoding, that is not taken here.",
      "Send one of the types that the detail names, without compression."),
  MISDIRECTED(
      421,
      "This is not the server of that name",
      "The header Host names a host that this server does not answer for. That protects it from pages that give"
          + " themselves its address.",
      "Use the address that was printed at start. Other names are allowed with --allow-host NAME."),
  UNKNOWN_KIND(
      422,
      "There is no such kind of stimulus",
      "The world of this being has no stimulus of that kind.",
      "The field 'known' lists the kinds of its world."),
  UNKNOWN_WORLD(
      422,
      "There is no such world",
      "Worlds are files in config/worlds of the program that runs.",
      "The field 'known' lists them."),
  UNKNOWN_SIGN(
      422,
      "No such thing is noticed",
      "The monitor knows no observation of that kind.",
      "The field 'known' lists the kinds."),
  UNKNOWN_PATH(
      422,
      "The state has no such value",
      "The path does not lead to a value of the state.",
      "The field 'known' lists what there is at the place where the path goes wrong."),
  OUT_OF_TIME(
      422,
      "That tick can't be reached",
      "A stimulus can't be met in the past, nor further ahead than a being can count.",
      "Give a tick that is to come, or none: then it is met at once."),
  KEY_TAKEN(
      422,
      "The idempotency key belongs to another stimulus",
      "A request with this key was answered before, and it asked for something else.",
      "Use a new key for each stimulus, and the same one only to send the same again."),
  NOT_ANSWERABLE(
      422,
      "That can't be asked of this life",
      "The question does not fit this life: it drops a fact that is no stimulus, for example.",
      "The detail says what does not fit."),
  LIFE_FILE_DAMAGED(
      422,
      "This is not a life as it was exported",
      "The file is cut, changed, or no .life file at all. Nothing of it was let in.",
      "Take the file from where it came from once more."),
  NOT_EQUAL(
      422,
      "This life is not what its laws make of its inputs",
      "The life was lived again from its inputs and something else came out. Nothing of it was let in.",
      "`life verify FILE` shows the first difference."),
  UPGRADE_NEEDED(
      426,
      "This is a channel, not a document",
      "What is here speaks the WebSocket protocol.",
      "Open it with a WebSocket client, or follow the life with GET /v1/lives/{id}/facts/stream."),
  TOO_MANY_REQUESTS(
      429,
      "Too many requests",
      "This client asks more often than it may. The headers RateLimit and RateLimit-Policy say how often.",
      "Wait as long as Retry-After says. Many stimuli at once fit into one batch.",
      1),
  HEADER_TOO_LARGE(
      431,
      "A header is too large",
      "A header is longer, or there are more of them, than this server reads.",
      "Send fewer and shorter headers."),
  INTERNAL_ERROR(
      500,
      "Something went wrong here",
      "This is a fault of the server; its log says more.",
      "If it happens again, report it with what the log says."),
  NOT_IMPLEMENTED(
      501,
      "This method is not known",
      "The method of the request is none that this server knows.",
      "The page /docs lists what can be done."),
  NOT_READY(
      503,
      "Not ready yet",
      "The life is just being recovered from its journal, or the journal can't be written for the moment.",
      "Wait as long as Retry-After says, and send the same again, with the same Idempotency-Key.",
      1),
  OVERLOADED(
      503,
      "Too many stimuli wait",
      "More comes in than becomes durable. What was answered is safe; this was not begun.",
      "Wait as long as Retry-After says, and send the same again. Many stimuli at once fit into one batch.",
      1),
  AGENDA_FULL(
      503,
      "The agenda is full",
      "As many stimuli wait for later ticks as a being keeps.",
      "Wait until some of them were met.",
      10),
  JOURNAL_DAMAGED(
      503,
      "The journal of this life can't be read",
      "What is written there is damaged. Nothing is passed over silently: the detail says where and what can be done.",
      "`life fsck DIR` shows all damage. Restore the data directory from a backup.",
      60),
  TOO_MANY_STREAMS(
      503,
      "Too many streams are open",
      "As many clients listen as there may be.",
      "Wait as long as Retry-After says; close streams that nobody listens to.",
      10),
  TOO_MANY_CONNECTIONS(
      503,
      "Too many connections are open",
      "As many clients are connected as there may be.",
      "Wait as long as Retry-After says; use a connection for more than one request.",
      5),
  TOO_MUCH_WORK(
      503,
      "Too much long work at once",
      "Verifications, branches and imports take turns, and enough of them wait already.",
      "Wait as long as Retry-After says.",
      5),
  MONITOR_OFF(
      503,
      "Nobody watches these lives",
      "The monitor of this Life is off, so nothing is noticed.",
      "`life run --monitor on` catches up on what was missed."),
  SHUTTING_DOWN(
      503,
      "This Life is ending",
      "The process was told to end, and takes nothing new.",
      "Send it again when Life runs again. With an Idempotency-Key that is safe in any case.",
      5),
  VERSION_NOT_SUPPORTED(
      505,
      "This version of HTTP is not spoken here",
      "The server speaks HTTP/1.1.",
      "Use HTTP/1.1.");

  private final int status;
  private final String title;
  private final String meaning;
  private final String remedy;
  private final int retryAfterSeconds;

  ProblemType(int status, String title, String meaning, String remedy) {
    this(status, title, meaning, remedy, 0);
  }

  ProblemType(int status, String title, String meaning, String remedy, int retryAfterSeconds) {
    this.status = status;
    this.title = title;
    this.meaning = meaning;
    this.remedy = remedy;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** The type of that slug, such as {@code bad-input}. */
  public static Optional<ProblemType> of(String slug) {
    return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** Names the type for programs, such as {@code bad-input}; never changes. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The value of the field {@code type} in problem documents: where its page is. */
  public String path() {
    return "/problems/" + slug();
  }

  /** The kind of problem in a few words. */
  public String title() {
    return title;
  }

  /** What it means when it comes, in full sentences. */
  public String meaning() {
    return meaning;
  }

  /** What whoever gets it can do. */
  public String remedy() {
    return remedy;
  }

  /** When it may go well, in seconds; 0 if trying again does not help. */
  public int retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
