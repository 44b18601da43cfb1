package life.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the OpenAPI document says. */
final class Described {
  /** The document as it is written. */
  static final String TEXT = text();

  private static final JsonNode ROOT = tree();
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");
  private static final List<Operation> OPERATIONS = all();

  private Described() {}

  /**
   * Something that the document says can be done.
   *
   * @param method such as {@code GET}
   * @param path with variables in braces
   * @param node what is said about it
   * @param parameters of the operation and of its path
   */
  record Operation(String method, String path, JsonNode node, List<Parameter> parameters) {
    /** Whether it is for the listener that the process has for its operation. */
    boolean isOfSecondListener() {
      return node.path("tags").path(0).asText().equals("Operation");
    }

    Set<Integer> statuses() {
      var statuses = new TreeSet<Integer>();
      node.path("responses").fieldNames().forEachRemaining(s -> statuses.add(Integer.valueOf(s)));
      return statuses;
    }

    /** The right that it needs. */
    String right() {
      var security = node.has("security") ? node.get("security") : ROOT.get("security");
      return security.path(security.size() - 1).path("token").path(0).asText();
    }

    /** Whether it needs a token even of programs of the same machine. */
    boolean alwaysNeedsToken() {
      return node.path("security").size() == 1;
    }

    Set<String> mediaTypes() {
      var types = new TreeSet<String>();
      node.at("/requestBody/content").fieldNames().forEachRemaining(types::add);
      return types;
    }

    List<Parameter> parameters(String in) {
      return parameters.stream().filter(parameter -> parameter.in().equals(in)).toList();
    }

    /** The path with the examples of its variables. */
    String examplePath() {
      var example = path;
      for (var variable : parameters("path")) {
        example = example.replace("{" + variable.name() + "}", variable.example());
      }
      return example;
    }

    /** An example of a JSON body. */
    Optional<JsonNode> exampleBody() {
      var media = node.at("/requestBody/content/application~1json");
      var example = media.path("example");
      return Optional.of(
              example.isMissingNode() ? media.at("/examples").path("one").path("value") : example)
          .filter(found -> !found.isMissingNode());
    }

    boolean streams() {
      return resolved(node.at("/responses/200")).path("content").has("text/event-stream");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /**
   * A parameter.
   *
   * @param in path, query or header
   * @param example as text; empty if there is none
   */
  record Parameter(String name, String in, JsonNode schema, String example) {
    boolean isList() {
      return schema.path("type").asText().equals("array");
    }
  }

  /** Everything that can be done, in the order of the document. */
  static List<Operation> operations() {
    return OPERATIONS;
  }

  private static List<Operation> all() {
    var all = new ArrayList<Operation>();
    ROOT.path("paths")
        .properties()
        .forEach(path ->
            path.getValue().properties().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .forEach(entry -> all.add(operation(path, entry))));
    return List.copyOf(all);
  }

  private static Operation operation(
      Map.Entry<String, JsonNode> path, Map.Entry<String, JsonNode> method) {
    var parameters =
        Stream.of(path.getValue(), method.getValue())
            .flatMap(node -> node.path("parameters").valueStream())
            .map(Described::resolved)
            .map(Described::parameter)
            .toList();
    return new Operation(
        method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue(), parameters);
  }

  private static Parameter parameter(JsonNode node) {
    var example = node.path("example");
    var text =
        example.isArray()
            ? String.join(",", example.valueStream().map(JsonNode::asText).toList())
            : example.asText("");
    return new Parameter(
        node.path("name").asText(), node.path("in").asText(), resolved(node.path("schema")), text);
  }

  /** The operation at a path, if there is one. */
  static Optional<Operation> find(String method, String path) {
    var given = List.of(path.substring(1).split("/", -1));
    return operations().stream()
        .filter(operation -> operation.method().equals(method))
        .filter(operation -> fits(List.of(operation.path().substring(1).split("/", -1)), given))
        .min((a, b) -> Integer.compare(a.parameters("path").size(), b.parameters("path").size()));
  }

  private static boolean fits(List<String> template, List<String> given) {
    if (template.size() != given.size()) {
      return false;
    }
    for (int i = 0; i < given.size(); i++) {
      if (!template.get(i).startsWith("{") && !template.get(i).equals(given.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** What a reference leads to. */
  static JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? resolved(ROOT.at(node.get("$ref").asText().substring(1))) : node;
  }

  /** What stands at a JSON pointer. */
  static JsonNode at(String pointer) {
    return ROOT.at(pointer);
  }

  /** The values in a list at a JSON pointer. */
  static List<String> values(String pointer) {
    return at(pointer).valueStream().map(JsonNode::asText).toList();
  }

  /** All schemas by name. */
  static Map<String, JsonNode> schemas() {
    var schemas = new LinkedHashMap<String, JsonNode>();
    ROOT.at("/components/schemas").properties().forEach(e -> schemas.put(e.getKey(), e.getValue()));
    return schemas;
  }

  /** What is defined to be used in several places, such as {@code schemas/Fact}. */
  static Set<String> defined() {
    var defined = new TreeSet<String>();
    for (var kind : ROOT.path("components").properties()) {
      if (!kind.getKey().equals("securitySchemes")) {
        kind.getValue()
            .fieldNames()
            .forEachRemaining(name -> defined.add(kind.getKey() + "/" + name));
      }
    }
    return defined;
  }

  /** The examples of a body. */
  static List<JsonNode> examples(JsonNode media) {
    return Stream.concat(
            Stream.of(media.path("example")).filter(example -> !example.isMissingNode()),
            media.path("examples").valueStream().map(Described::resolved).map(e -> e.path("value")))
        .toList();
  }

  /** An example as it is sent. */
  static String written(JsonNode example) {
    return example.isTextual() ? example.textValue() : example.toString();
  }

  private static String text() {
    try (var in = Described.class.getResourceAsStream("openapi.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode tree() {
    try {
      return new YAMLMapper().readTree(TEXT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
