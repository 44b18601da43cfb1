package life.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import life.http.Described.Operation;
import life.journal.FactFormat;
import org.jspecify.annotations.Nullable;

/** What nobody should send: made from the OpenAPI document, the same for the same seed. */
final class Nonsense {
  private static final int TOO_DEEP = 33;
  private static final int MUTANTS = 120;

  private static final List<String> OTHER_TYPES =
      List.of(
          "text/plain",
          "text/html",
          "application/xml",
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=x",
          "application/json-patch+json",
          "application/cbor",
          "*/*");

  private static final List<String> OTHER_METHODS =
      List.of("PUT", "POST", "DELETE", "PATCH", "OPTIONS", "GET", "TRACE", "PROPFIND", "NONSENSE");

  /**
   * A request that is probably not right.
   *
   * @param what is wrong with it
   * @param mustBeRefused since the document can't say what is wrong with it
   */
  record Case(String what, Try request, boolean mustBeRefused) {}

  private final Random random;
  private final List<Case> cases = new ArrayList<>();

  private Nonsense(long seed) {
    random = new Random(seed);
  }

  /** All that comes to mind about an operation. */
  static List<Case> about(Operation operation, Try usual, long seed) {
    var nonsense = new Nonsense(seed ^ operation.toString().hashCode());
    nonsense.addresses(operation, usual);
    nonsense.headers(operation, usual);
    operation.exampleBody().ifPresent(body -> nonsense.bodies(operation, usual, body));
    return nonsense.cases;
  }

  private void add(String what, Try request) {
    cases.add(new Case(what, request, false));
  }

  private void refused(String what, Try request) {
    cases.add(new Case(what, request, true));
  }

  private void addresses(Operation operation, Try usual) {
    for (var parameter : operation.parameters("query")) {
      var name = parameter.name();
      Oddities.VALUES.forEach(
          value -> add(name + " " + value, usual.asking(name + "=" + encoded(value))));
      Oddities.WRONGLY_ENCODED.forEach(
          value -> add(name + " " + value, usual.asking(name + "=" + value)));
      add(name + " without a value", usual.asking(name));
      var example = name + "=" + encoded(parameter.example());
      refused(name + " twice", usual.asking(example).asking(example));
    }
    for (var variable : operation.parameters("path")) {
      Stream.concat(
              Oddities.VALUES.stream().map(Nonsense::encoded), Oddities.WRONGLY_ENCODED.stream())
          .forEach(value ->
              add(
                  variable.name() + " " + value,
                  usual.to(
                      usual
                          .target()
                          .replaceFirst(
                              "/" + variable.example() + "(?=[/?]|$)",
                              "/" + Matcher.quoteReplacement(value)))));
    }
    refused("an unknown parameter", usual.asking("nonsense=1"));
    refused("a nameless parameter", usual.asking("=1"));
    refused("a parameter in odd letters", usual.asking("%F0%9F%98%80=%E2%80%AE"));
    refused("a long query", usual.asking("nonsense=" + "x".repeat(100_000)));
    refused("many parameters", usual.asking("a=1&".repeat(400)));
    refused("a long path", usual.to("/" + "x".repeat(100_000)));
    refused("a deep path", usual.to("/v1" + "/x".repeat(500)));
    refused("a slash at the end", usual.to(usual.target().replaceFirst("(\\?|$)", "/$1")));
    refused("two slashes", usual.to("/" + usual.target()));
    add("the parent", usual.to("/v1/../x/.." + usual.target()));
    refused("a fragment", usual.to(usual.target() + "#x"));
    OTHER_METHODS.stream()
        .filter(method -> Described.find(method, operation.examplePath()).isEmpty())
        .forEach(method -> refused(method, usual.by(method)));
  }

  private void headers(Operation operation, Try usual) {
    for (var parameter : operation.parameters("header")) {
      Oddities.VALUES.stream()
          .filter(value -> value.chars().allMatch(letter -> letter >= ' ' && letter < 0x7F))
          .forEach(
              value -> add(parameter.name() + " " + value, usual.with(parameter.name(), value)));
      add(parameter.name() + " in Latin 1", usual.with(parameter.name(), "\u00E9\u00FF"));
    }
    refused("a long header", usual.with("X-Nonsense", "x".repeat(100_000)));
    refused("a nameless header", usual.with("", "x"));
    refused("a header with a blank name", usual.with("X Y", "x"));
    refused("no host", usual.with("Host", ""));
    refused("a host that is none", usual.with("Host", "<>"));
    refused("a token of odd letters", usual.with("Authorization", "Bearer \u00FF"));
    refused("a length that is none", usual.with("Content-Length", "x"));
    refused("a length below nothing", usual.with("Content-Length", "-1"));
    add("a range", usual.with("Range", "bytes=5-1"));
    add("another language", usual.with("Accept-Language", "\u00E9;q=x"));
    if (operation.mediaTypes().isEmpty()) {
      return;
    }
    OTHER_TYPES.forEach(type -> refused("a body of " + type, usual.with("Content-Type", type)));
    if (!operation.mediaTypes().contains("application/octet-stream")) { // which no type means
      refused("a body of no type", usual.without("Content-Type"));
      refused("a body of a type that is none", usual.with("Content-Type", "nonsense"));
    }
    refused("a packed body", usual.with("Content-Encoding", "gzip"));
    refused("a doubly packed body", usual.with("Content-Encoding", "gzip, br"));
  }

  private void bodies(Operation operation, Try usual, JsonNode example) {
    var schema = schema(operation);
    fields(usual, (ObjectNode) example, schema, (ObjectNode) example, "");
    var text = example.toString();
    var inner = text.substring(1, text.length() - 1);
    refused("nothing", usual.saying(""));
    refused("a field twice", usual.saying("{" + inner + "," + inner + "}"));
    refused("more after the end", usual.saying(text + " {}"));
    refused("letters after the end", usual.saying(text + "x"));
    refused("a half", usual.saying(text.substring(0, text.length() / 2)));
    refused("a comma too many", usual.saying("{" + inner + ",}"));
    refused("a remark", usual.saying("/* x */" + text));
    refused("a NUL", usual.saying(text + "\u0000"));
    refused("too deep an array", usual.saying("[".repeat(TOO_DEEP) + "]".repeat(TOO_DEEP)));
    refused("an abyss", usual.saying("[".repeat(30_000)));
    refused(
        "too deep a field", usual.saying("{\"x\":".repeat(TOO_DEEP) + "1" + "}".repeat(TOO_DEEP)));
    refused("a long name", usual.saying("{\"" + Oddities.LONG_TEXT + "\":1}"));
    refused("too much", usual.saying(" ".repeat(1 << 21) + text));
    for (var value : List.of("null", "1", "\"x\"", "true", "NaN", "[[]]", "\uFEFF")) {
      add("only " + value, usual.saying(value));
    }
    for (int i = 0; i < MUTANTS; i++) {
      var mutant = mutant(text);
      add("mutant " + mutant, usual.saying(mutant));
    }
  }

  private static JsonNode schema(Operation operation) {
    var schema =
        Described.resolved(operation.node().at("/requestBody/content/application~1json/schema"));
    return Described.resolved(schema.has("anyOf") ? schema.path("anyOf").path(0) : schema);
  }

  private void fields(Try usual, ObjectNode whole, JsonNode schema, ObjectNode part, String at) {
    for (var field : schema.path("properties").properties()) {
      var name = field.getKey();
      var inner = Described.resolved(field.getValue());
      add("no " + at + name, usual.saying(changed(whole, part, name, null)));
      Oddities.JSON_VALUES.forEach(
          value -> add(at + name + " " + value, usual.saying(changed(whole, part, name, value))));
      bounds(inner)
          .forEach(value ->
              add(at + name + " " + value, usual.saying(changed(whole, part, name, value))));
      if (part.path(name) instanceof ObjectNode deeper && inner.has("properties")) {
        fields(usual, whole, inner, deeper, at + name + ".");
      }
    }
    if (schema.path("additionalProperties").isBoolean()) {
      for (var name : List.of("nonsense", "", "\\u0000", "\uD83D\uDE00", "__proto__", "Kind")) {
        refused("unknown field " + at + name, usual.saying(changed(whole, part, name, "1")));
      }
    }
  }

  /** Values just beyond what is allowed. */
  private static List<String> bounds(JsonNode schema) {
    var beyond = new ArrayList<String>();
    if (schema.has("minimum")) {
      beyond.add(schema.get("minimum").decimalValue().subtract(BigDecimal.ONE).toPlainString());
    }
    if (schema.has("maximum")) {
      beyond.add(schema.get("maximum").decimalValue().add(BigDecimal.ONE).toPlainString());
    }
    return beyond;
  }

  /** The whole as text, with another value at a name of one of its parts; none takes it away. */
  private static String changed(
      ObjectNode whole, ObjectNode part, String name, @Nullable String value) {
    var before = part.get(name);
    var mark = "\u2620";
    part.remove(name);
    if (value != null) {
      part.put(name.equals("\\u0000") ? "\u0000" : name, mark);
    }
    var text = whole.toString();
    part.remove(name.equals("\\u0000") ? "\u0000" : name);
    if (before != null) {
      part.set(name, before);
    }
    return value == null ? text : text.replace("\"" + mark + "\"", value);
  }

  /** One to three letters changed, taken away or put in. */
  private String mutant(String text) {
    var letters = new StringBuilder(text);
    for (int i = random.nextInt(3); i >= 0 && !letters.isEmpty(); i--) {
      int at = random.nextInt(letters.length());
      switch (random.nextInt(3)) {
        case 0 -> letters.setCharAt(at, (char) (random.nextInt(95) + ' '));
        case 1 -> letters.deleteCharAt(at);
        default -> letters.insert(at, (char) random.nextInt(0x250));
      }
    }
    return letters.toString();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8).replace("+", "%20");
  }

  /** How it looks in a message. */
  static String shown(String text) {
    return FactFormat.JSON.valueToTree(Body.shortened(text)).toString();
  }
}
