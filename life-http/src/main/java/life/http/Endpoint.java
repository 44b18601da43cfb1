package life.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/**
 * One thing that can be done over HTTP.
 *
 * @param method such as {@code GET}
 * @param template a path such as {@code /v1/lives/{id}}
 * @param handler does it
 * @param isStreaming whether the handler reads the body itself
 */
record Endpoint(String method, String template, Handler handler, boolean isStreaming) {
  Endpoint(String method, String template, Handler handler) {
    this(method, template, handler, false);
  }

  /** The same, done by another handler. */
  Endpoint with(Handler other) {
    return new Endpoint(method, template, other, isStreaming);
  }

  /** Whether it is at the same place. */
  boolean isSameAs(Endpoint other) {
    return method.equals(other.method) && template.equals(other.template);
  }

  /** The same, but its handler reads the body itself, which may be of any type and length. */
  Endpoint streaming() {
    return new Endpoint(method, template, handler, true);
  }

  /** Answers a call; may fail with a {@link Problem.Refused}, at once or later. */
  @FunctionalInterface
  interface Handler {
    CompletionStage<HttpResponse> answer(Call call);
  }

  /** The variables of a path that fits the template; empty if it does not fit. */
  Optional<Map<String, String>> match(List<String> path) {
    var parts = List.of(template.substring(1).split("/"));
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
