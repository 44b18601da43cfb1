package life.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.util.ByteString;

/**
 * A request that has found its endpoint.
 *
 * @param request as it came; its entity has been read
 * @param variables the parts of the path that the endpoint's template names
 * @param bytes the body; empty if there is none
 */
record Call(HttpRequest request, Map<String, String> variables, ByteString bytes) {
  String variable(String name) {
    return Optional.ofNullable(variables.get(name)).orElseThrow();
  }

  Body body(String... fields) {
    return Body.read(bytes.toArrayUnsafe(), List.of(fields));
  }

  Optional<String> header(String name) {
    return request.getHeader(name).map(header -> header.value());
  }

  /** A query parameter, if it is there. */
  Optional<String> text(String name) {
    return request.getUri().query().get(name);
  }

  /** A query parameter that must be a whole number of a range, if it is there. */
  OptionalLong whole(String name, long low, long high) {
    var given = request.getUri().query().get(name);
    if (given.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      long value = Long.parseLong(given.get());
      if (value >= low && value <= high) {
        return OptionalLong.of(value);
      }
    } catch (NumberFormatException e) {
      // Falls through to the refusal, which names the range.
    }
    throw Problem.badInput(
            "the parameter '" + name + "' must be a whole number from " + low + " to " + high)
        .asException();
  }

  /** Refuses query parameters that mean nothing here. */
  void allowParameters(String... known) {
    for (var parameter : request.getUri().query().toMultiMap().keySet()) {
      if (!List.of(known).contains(parameter)) {
        throw Problem.badInput(
                "unknown parameter '"
                    + parameter
                    + "'"
                    + (known.length == 0 ? "" : "; known: " + String.join(", ", known)))
            .asException();
      }
    }
  }
}
