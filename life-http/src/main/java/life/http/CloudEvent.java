package life.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import life.being.LifeCommand.Meet;
import life.being.Source;
import life.http.problem.Problem;

/**
 * An event of CloudEvents 1.0 whose data is a stimulus. Its source and id are the idempotency key;
 * what else it says of itself is kept as metadata.
 *
 * @param attributes the context attributes that are kept, by name; source, id and type are there
 * @param trace the extension {@code traceparent}, if it is valid
 * @param data the stimulus
 */
record CloudEvent(Map<String, String> attributes, Trace trace, Body data) {
  private static final List<String> DATA =
      List.of("kind", "intensity", "atTick", "inTicks", "metadata");
  private static final List<String> REQUIRED = List.of("id", "source", "type");
  private static final List<String> OPTIONAL = List.of("subject", "time");
  private static final Pattern KEY = Pattern.compile("[!-~]{1,128}");
  private static final Pattern JSON = Pattern.compile("(?i)[^;/]+/([^;]+\\+)?json\\s*(;.*)?");
  private static final String HEADER = "ce-";

  /** Each of these headers says that there is an event. */
  private static final Set<String> TELLING =
      Set.of("ce-specversion", "ce-id", "ce-source", "ce-type");

  /** Whether a request that is no event by its media type is one by its headers. */
  static boolean isIn(Call call) {
    for (var header : call.request().getHeaders()) {
      if (TELLING.contains(header.lowercaseName())) {
        return true;
      }
    }
    return false;
  }

  /** Refuses a key that is not the event's own. */
  static void refuseKey(Call call) {
    if (Asked.key(call).isPresent()) {
      throw Problem.badInput(
              "an event's source and id are its key; leave the header Idempotency-Key out")
          .asException();
    }
  }

  /** An event as one JSON document. */
  static CloudEvent structured(JsonNode document) {
    var event = Body.open(document, "an event", "specversion");
    return of(name -> attribute(event, name), data(event));
  }

  /** An event whose attributes stand in the headers. */
  static CloudEvent binary(Call call, JsonNode data) {
    return of(
        name -> call.header(HEADER + name).map(value -> HeaderText.decoded(HEADER + name, value)),
        data);
  }

  private static CloudEvent of(Function<String, Optional<String>> said, JsonNode data) {
    var version = required(said, "specversion");
    if (!version.equals("1.0")) {
      throw bad("specversion must be 1.0, but was " + Body.shortened(version));
    }
    var attributes = new TreeMap<String, String>();
    REQUIRED.forEach(name -> attributes.put(name, required(said, name)));
    OPTIONAL.forEach(
        name -> said.apply(name).ifPresent(text -> attributes.put(name, filled(name, text))));
    check(attributes);
    var trace = new Trace(said.apply(Trace.NAME));
    return new CloudEvent(attributes, trace, Body.of(data, "the data of an event", DATA));
  }

  private static void check(Map<String, String> attributes) {
    try {
      new URI(attributes.get("source"));
      if (attributes.containsKey("time")) {
        OffsetDateTime.parse(attributes.get("time"));
      }
    } catch (URISyntaxException e) {
      throw bad("source must be a URI reference, but was " + Body.shortened(e.getInput()));
    } catch (DateTimeException e) {
      throw bad("time must be as in RFC 3339, such as 2026-04-05T17:31:00Z");
    }
  }

  private static String required(Function<String, Optional<String>> said, String name) {
    return filled(name, said.apply(name).orElseThrow(() -> bad("it has no " + name)));
  }

  private static String filled(String name, String text) {
    if (text.isEmpty()) {
      throw bad(name + " must not be empty");
    }
    return text;
  }

  /** Extensions may also be numbers and truths; none of those is kept. */
  private static Optional<String> attribute(Body event, String name) {
    return name.equals(Trace.NAME)
        ? Optional.of(event.part(name)).filter(JsonNode::isTextual).map(JsonNode::textValue)
        : event.optionalText(name);
  }

  private static JsonNode data(Body event) {
    var type = event.optionalText("datacontenttype");
    if (type.isPresent() && !JSON.matcher(type.get()).matches()) {
      throw bad("datacontenttype must be application/json, but was " + Body.shortened(type.get()));
    }
    var encoded = event.optionalText("data_base64");
    if (encoded.isEmpty()) {
      return event.part("data");
    }
    if (!event.part("data").isMissingNode()) {
      throw bad("it has data and data_base64; give one of them");
    }
    try {
      return StrictJson.tree(Base64.getDecoder().decode(encoded.get()));
    } catch (IllegalArgumentException e) {
      throw bad("data_base64 is not Base64");
    }
  }

  private static Problem.Refused bad(String why) {
    return Problem.badInput("this is no event of CloudEvents 1.0: " + why).asException();
  }

  /**
   * The stimulus.
   *
   * @param request where the request stands in a trace; what the event says goes before it
   */
  Meet meet(Trace request) {
    var metadata = trace.in(Asked.metadata(data));
    for (var attribute : attributes.entrySet()) {
      var before = metadata;
      metadata = Asked.valid(() -> before.with(HEADER + attribute.getKey(), attribute.getValue()));
    }
    return new Meet(
        Asked.stimulus(data), Asked.when(data), Source.OUTSIDE, key(), request.in(metadata));
  }

  /** As it can be read, where that fits; never the same for another source or id. */
  String key() {
    var source = attributes.getOrDefault("source", "");
    var id = attributes.getOrDefault("id", "");
    var readable = "ce:" + source + "|" + id;
    return KEY.matcher(readable).matches() && source.indexOf('|') < 0
        ? readable
        : "ce-sha256:" + hash(source, id);
  }

  private static String hash(String source, String id) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      byte[] first = source.getBytes(UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(first.length).array());
      digest.update(first);
      digest.update(id.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
