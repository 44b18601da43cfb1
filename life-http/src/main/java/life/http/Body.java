package life.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
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

  private static final JsonMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(32)
                          .maxStringLength(8 * 1024)
                          .maxNumberLength(40)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

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
    var object = parse(bytes);
    if (!object.isObject()) {
      throw Problem.badInput(
              "the body must be a JSON object such as {\"" + fields.getFirst() + "\": …}")
          .asException();
    }
    refuseUnknown(object, fields);
    return new Body(object);
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

  private static JsonNode parse(byte[] bytes) {
    try {
      return Optional.ofNullable(STRICT.readTree(bytes)).orElse(MissingNode.getInstance());
    } catch (MismatchedInputException e) {
      throw Problem.badInput("the body is not JSON: there is more after its end").asException();
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      throw Problem.badInput(
              "the body is not JSON: "
                  + firstLine(e.getOriginalMessage())
                  + (place == null
                      ? ""
                      : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")"))
          .asException();
    } catch (IOException e) {
      throw Problem.badInput("the body is not JSON").asException();
    }
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
      list.add(of(node, field, List.of(fields)));
    }
    return list;
  }

  Optional<Body> optionalObject(String field, String... fields) {
    var node = object.path(field);
    return node.isMissingNode() ? Optional.empty() : Optional.of(of(node, field, List.of(fields)));
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

  private JsonNode array(String field) {
    var node = object.path(field);
    if (!node.isMissingNode() && (!node.isArray() || node.size() > MOST_ELEMENTS)) {
      throw wrong(field, "a list of at most " + MOST_ELEMENTS, node);
    }
    return node;
  }

  private static Body of(JsonNode node, String field, List<String> fields) {
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

  private static String firstLine(String message) {
    return shortened(message.lines().findFirst().orElse(""));
  }

  /** As much of a text as fits into a line. */
  static String shortened(String text) {
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }
}
