package life.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import life.http.problem.Problem;

/** The JSON object that a request carries, read strictly: nothing unknown, nothing guessed. */
final class Body {
  private static final int MOST_ELEMENTS = 1_000;

  private final JsonNode object;

  private Body(JsonNode object) {
    this.object = object;
  }

  /**
   * Reads a JSON object with no other fields than these.
   *
   * @throws Problem.Refused if the bytes are anything else
   */
  static Body read(byte[] bytes, List<String> fields) {
    return of(StrictJson.tree(bytes), "the body", fields);
  }

  /**
   * A part of a document as an object with no other fields than these.
   *
   * @param what the part is, for the refusal
   */
  static Body of(JsonNode node, String what, List<String> fields) {
    requireObject(node, what, fields.getFirst());
    refuseUnknown(node, fields);
    return new Body(node);
  }

  /** A part of a document as an object with any fields; those that are null are not there. */
  static Body open(JsonNode node, String what, String example) {
    requireObject(node, what, example);
    var present = Views.object();
    for (var field : node.properties()) {
      if (!field.getValue().isNull()) {
        present.set(field.getKey(), field.getValue());
      }
    }
    return new Body(present);
  }

  private static void requireObject(JsonNode node, String what, String example) {
    if (!node.isObject()) {
      throw Problem.badInput(what + " must be a JSON object such as {\"" + example + "\": …}")
          .asException();
    }
  }

  private static void refuseUnknown(JsonNode object, List<String> fields) {
    for (var field : object.properties()) {
      if (!fields.contains(field.getKey())) {
        throw Problem.badInput(
                "unknown field '"
                    + shortened(field.getKey())
                    + "'; known fields: "
                    + String.join(", ", fields))
            .asException();
      }
    }
  }

  /** A part of any kind; missing if it is not there. */
  JsonNode part(String field) {
    return object.path(field);
  }

  String text(String field) {
    return optionalText(field).orElseThrow(() -> missing(field));
  }

  Optional<String> optionalText(String field) {
    var node = object.path(field);
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    if (!node.isTextual()) {
      throw wrong(field, "a text", node);
    }
    return Optional.of(node.textValue());
  }

  double number(String field) {
    return optionalNumber(field).orElseThrow(() -> missing(field));
  }

  OptionalDouble optionalNumber(String field) {
    var node = object.path(field);
    if (node.isMissingNode()) {
      return OptionalDouble.empty();
    }
    if (!node.isNumber()) {
      throw wrong(field, "a number", node);
    }
    return OptionalDouble.of(node.doubleValue());
  }

  OptionalLong optionalWhole(String field) {
    var node = object.path(field);
    if (node.isMissingNode()) {
      return OptionalLong.empty();
    }
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw wrong(field, "a whole number", node);
    }
    return OptionalLong.of(node.longValue());
  }

  Optional<Boolean> optionalTruth(String field) {
    var node = object.path(field);
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    if (!node.isBoolean()) {
      throw wrong(field, "true or false", node);
    }
    return Optional.of(node.booleanValue());
  }

  /** A list of whole numbers; empty if the field is not there. */
  List<Long> wholes(String field) {
    var list = new ArrayList<Long>();
    for (var node : array(field)) {
      if (!node.isIntegralNumber() || !node.canConvertToLong()) {
        throw wrong(field, "a list of whole numbers", object.path(field));
      }
      list.add(node.longValue());
    }
    return list;
  }

  /** A list of objects with no other fields than these; empty if the field is not there. */
  List<Body> objects(String field, String... fields) {
    var list = new ArrayList<Body>();
    for (var node : array(field)) {
      list.add(part(node, field, List.of(fields)));
    }
    return list;
  }

  Optional<Body> optionalObject(String field, String... fields) {
    var node = object.path(field);
    return node.isMissingNode()
        ? Optional.empty()
        : Optional.of(part(node, field, List.of(fields)));
  }

  /** The fields of an object, each a text; empty if the field is not there. */
  Map<String, String> texts(String field) {
    var texts = new LinkedHashMap<String, String>();
    var node = object.path(field);
    if (!node.isMissingNode() && !node.isObject()) {
      throw wrong(field, "an object", node);
    }
    node.properties()
        .forEach(entry -> {
          if (!entry.getValue().isValueNode()) {
            throw wrong(field + "." + entry.getKey(), "a text or a number", entry.getValue());
          }
          texts.put(entry.getKey(), entry.getValue().asText());
        });
    return texts;
  }

  /** The fields of an object, each a text and nothing else; empty if the field is not there. */
  Map<String, String> onlyTexts(String field) {
    object
        .path(field)
        .properties()
        .forEach(entry -> {
          if (!entry.getValue().isTextual()) {
            throw wrong(field + "." + shortened(entry.getKey()), "a text", entry.getValue());
          }
        });
    return texts(field);
  }

  private JsonNode array(String field) {
    var node = object.path(field);
    if (!node.isMissingNode() && (!node.isArray() || node.size() > MOST_ELEMENTS)) {
      throw wrong(field, "a list of at most " + MOST_ELEMENTS, node);
    }
    return node;
  }

  private static Body part(JsonNode node, String field, List<String> fields) {
    if (!node.isObject()) {
      throw wrong(field, "an object such as {\"" + fields.getFirst() + "\": …}", node);
    }
    refuseUnknown(node, fields);
    return new Body(node);
  }

  private static Problem.Refused missing(String field) {
    return Problem.badInput("the field '" + field + "' is missing").asException();
  }

  private static Problem.Refused wrong(String field, String right, JsonNode given) {
    return Problem.badInput(
            "the field '"
                + field
                + "' must be "
                + right
                + ", but was "
                + shortened(given.toString()))
        .asException();
  }

  /** As much of a text as fits into a line. */
  static String shortened(String text) {
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }
}
