package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What the server's {@code application/problem+json} means for a person. */
final class Problem {
  private Problem() {}

  static Trouble trouble(int status, JsonNode body) {
    var code = code(body);
    var title = body.path("title").asText("the server refused (HTTP " + status + ")");
    var message = body.path("detail").asText(title);
    var exit = exit(code, status);
    return new Trouble(exit, code.isEmpty() ? "http-" + status : code, message, hint(code, body));
  }

  /** The last part of the problem's type, such as {@code unknown-life}; empty if it has none. */
  static String code(JsonNode body) {
    var type = body.path("type").asText("");
    return type.substring(type.lastIndexOf('/') + 1);
  }

  private static Exit exit(String code, int status) {
    return switch (code) {
      case "unknown-life" -> Exit.NO_SUCH_LIFE;
      case "dead" -> Exit.DEAD;
      case "bad-input", "unknown-kind", "unknown-sign", "unknown-path" -> Exit.WRONG_USAGE;
      case "journal-damaged", "life-file-damaged", "not-equal" -> Exit.DAMAGED;
      case "not-comparable" -> Exit.FAILED;
      default -> status == 400 || status == 422 ? Exit.WRONG_USAGE : Exit.FAILED;
    };
  }

  private static String hint(String code, JsonNode body) {
    var said = body.path("hint").asText("");
    if (!said.isEmpty() && known(body).isEmpty()) {
      return said;
    }
    return switch (code) {
      case "unknown-life" -> "`life lives` lists the lives that there are";
      case "dead" ->
          "its past can still be read: `life show`; `life born` brings a new being into the world";
      case "life-exists" -> "choose another name, or look at the one that exists: `life status`";
      case "unknown-world" -> "the server knows: " + String.join(", ", known(body));
      case "key-taken" -> "a key stands for one stimulus; use another, or none";
      case "out-of-time" -> "`life status` tells the tick that the life is at";
      case "journal-damaged" -> "the server's log names the place and the remedy";
      case "no-such-moment" ->
          "`life status` tells how far the life has come; a moment is a fact's number, tick:600, age:1d2h,"
              + " felt:3h, time:2026-11-22T10:15:30Z, birth or head";
      case "unknown-path" -> "`life state LIFE --json` shows all that there is";
      case "not-comparable" ->
          "it can still be read; only the Life that has these laws can live it again";
      case "not-answerable" -> "see `--help` of this command for what can be asked";
      case "unlivable" ->
          "its past can still be read, and only the Life that has its laws can let it live on";
      case "too-much-work" -> "try again when some of it is done";
      case "not-running" -> "start it with `life run --data DIR`, then ask without --data";
      case "not-found" ->
          "is the server older than this program? `life --version` tells this one's version";
      case "life-file-damaged" -> "fetch or export the file again";
      case "not-equal" ->
          "the file does not hold what its laws make of its inputs; --unverified takes it as it is";
      case "cancelled" -> "nothing of it was kept; ask again if it was not meant";
      case "unknown-kind" -> "the world knows: " + String.join(", ", known(body));
      case "unknown-sign" -> "the monitor knows: " + String.join(", ", known(body));
      case "no-such-observation" -> "`life observations LIFE` lists those that there are";
      case "no-such-note" -> "`life notes LIFE` lists those that there are";
      case "too-many-notes" -> "`life note LIFE --remove N` makes room";
      case "monitor-off" ->
          "start Life with `life run --monitor on`, or ask with --data DIR while it is down";
      case "agenda-full" ->
          "wait until some stimuli have fallen due, or let time run faster: `life time --speed`";
      case "not-ready" -> "the server is still starting; try again in a moment";
      case "bad-input" -> "see `--help` of this command for what it takes";
      default -> "look at the server's log for the reason";
    };
  }

  /** The kinds or worlds that are known, if the problem names them. */
  static List<String> known(JsonNode body) {
    var known = new ArrayList<String>();
    body.path("known").forEach(kind -> known.add(kind.asText()));
    return known;
  }
}
