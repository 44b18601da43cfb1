package life.http;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import life.http.gate.Gate.Pass;
import life.http.problem.Problem;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.util.ByteString;

/**
 * A request that has found its endpoint.
 *
 * @param request as it came; its entity has been read
 * @param variables the parts of the path that the endpoint's template names
 * @param bytes the body; empty if there is none
 * @param pass with which it was let in
 */
record Call(HttpRequest request, Map<String, String> variables, ByteString bytes, Pass pass) {
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,30}");

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
    if (WHOLE.matcher(given.get()).matches()) {
      var value = new BigInteger(given.get());
      if (value.compareTo(BigInteger.valueOf(low)) >= 0
          && value.compareTo(BigInteger.valueOf(high)) <= 0) {
        return OptionalLong.of(value.longValue());
      }
    }
    throw Problem.badInput(
            "the parameter '" + name + "' must be a whole number from " + low + " to " + high)
        .asException();
  }

  /** Refuses query parameters that mean nothing here, and those that are given more than once. */
  void allowParameters(String... known) {
    for (var parameter : request.getUri().query().toMultiMap().entrySet()) {
      var name = parameter.getKey();
      if (!List.of(known).contains(name)) {
        throw Problem.badInput(
                "unknown parameter '"
                    + Body.shortened(name)
                    + "'"
                    + (known.length == 0 ? "" : "; known: " + String.join(", ", known)))
            .asException();
      }
      if (parameter.getValue().size() > 1) {
        throw Problem.badInput("the parameter '" + name + "' is given more than once")
            .asException();
      }
    }
  }
}
