package life.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import life.http.gate.Right;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/**
 * One thing that can be done over HTTP.
 *
 * @param method such as {@code GET}
 * @param template a path such as {@code /v1/lives/{id}}
 * @param parts of the template, between its slashes
 * @param right that it needs
 * @param intake the body that it takes
 * @param handler does it
 */
record Endpoint(
    String method,
    String template,
    List<String> parts,
    Right right,
    Intake intake,
    Handler handler) {
  private Endpoint(String method, String template, Right right, Intake intake, Handler handler) {
    this(method, template, List.of(template.substring(1).split("/", -1)), right, intake, handler);
  }

  /** Something to look at. */
  static Endpoint get(String template, Handler handler) {
    return new Endpoint("GET", template, Right.OBSERVE, Intake.NONE, handler);
  }

  /** Something to do with a JSON document. */
  static Endpoint post(String template, Right right, Handler handler) {
    return new Endpoint("POST", template, right, Intake.JSON, handler);
  }

  /** Something to set by a JSON document. */
  static Endpoint put(String template, Right right, Handler handler) {
    return new Endpoint("PUT", template, right, Intake.JSON, handler);
  }

  /** Something to end. */
  static Endpoint delete(String template, Right right, Handler handler) {
    return new Endpoint("DELETE", template, right, Intake.NONE, handler);
  }

  /** The same for those who have another right. */
  Endpoint needing(Right other) {
    return new Endpoint(method, template, other, intake, handler);
  }

  /** The same with another body. */
  Endpoint taking(Intake other) {
    return new Endpoint(method, template, right, other, handler);
  }

  /** The same, done by another handler. */
  Endpoint with(Handler other) {
    return new Endpoint(method, template, right, intake, other);
  }

  /**
   * Answers a call; may fail with a {@link life.http.problem.Problem.Refused}, at once or later.
   */
  @FunctionalInterface
  interface Handler {
    CompletionStage<HttpResponse> answer(Call call);
  }

  /** The variables of a path that fits the template; empty if it does not fit. */
  Optional<Map<String, String>> match(List<String> path) {
    if (parts.size() != path.size()) {
      return Optional.empty();
    }
    var variables = new HashMap<String, String>();
    for (int i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      if (part.startsWith("{")) {
        variables.put(part.substring(1, part.length() - 1), path.get(i));
      } else if (!part.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }
}
