package life.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import life.http.Described.Operation;
import life.http.Fitting.Answered;
import life.http.Fitting.Asked;
import life.http.gate.Right;

/**
 * A request that can be changed.
 *
 * @param target its path and query, as they are sent
 * @param body in UTF-8
 */
record Try(String method, String target, Map<String, String> headers, String body) {

  /** One of somebody who may operate, as the examples of the document have it. */
  static Try usual(Operation operation, OpenHouse house) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Authorization", "Bearer " + house.token().of(Right.OPERATE));
    boolean isFile = operation.mediaTypes().contains("application/vnd.life");
    operation.mediaTypes().stream()
        .filter(type -> type.equals("application/json") || isFile)
        .findFirst()
        .ifPresent(type -> headers.put("Content-Type", type));
    var request =
        new Try(
            operation.method(),
            operation.examplePath(),
            headers,
            operation.exampleBody().map(JsonNode::toString).orElse(isFile ? "no life at all" : ""));
    return operation.path().endsWith("/why") ? request.asking("path=energy") : request;
  }

  Try by(String other) {
    return new Try(other, target, headers, body);
  }

  Try to(String other) {
    return new Try(method, other, headers, body);
  }

  Try asking(String parameter) {
    return to(target + (target.contains("?") ? "&" : "?") + parameter);
  }

  Try with(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Try(method, target, more, body);
  }

  Try without(String name) {
    var fewer = new LinkedHashMap<>(headers);
    fewer.remove(name);
    return new Try(method, target, fewer, body);
  }

  Try saying(String other) {
    return new Try(method, target, headers, other);
  }

  /** As it goes over the wire. */
  byte[] bytes() {
    return Plain.request(method, target, headers, body.getBytes(UTF_8));
  }

  Asked asked() {
    var given = new LinkedHashMap<String, List<String>>();
    headers.forEach((name, value) -> given.put(name, List.of(value)));
    return new Asked(method, target, given, body);
  }

  /** The answer, which is as the document has it. */
  Answered sentTo(URI address) {
    try (var client = new Plain(address)) {
      var answered = client.send(bytes());
      assertThat(Fitting.misfits(asked(), answered))
          .as("%s %s: %s %s", method, target, answered.status(), answered.body())
          .isEmpty();
      return answered;
    }
  }
}
