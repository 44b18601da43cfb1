package life.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Text to JSON and back, as trees: what the server adds later passes through {@code --json} as it
 * is.
 */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Empty if the text is no JSON object. */
  static Optional<ObjectNode> parse(String text) {
    try {
      return MAPPER.readTree(text) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  static String text(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  /** On several lines, for reading. */
  static String pretty(JsonNode node) {
    return node.toPrettyString();
  }

  /** A value for reading: words and numbers as they are, the rest as JSON on one line. */
  static String plain(JsonNode node) {
    return node.isMissingNode() ? "-" : node.isTextual() ? node.asText() : text(node);
  }

  /** A value that may be missing at that time, for reading. */
  static String orNothing(JsonNode node) {
    return node.isNull() ? "nothing" : plain(node);
  }

  /** A number as the server said it, never localized; {@code -} if it said none. */
  static String number(JsonNode value, int decimals) {
    return value.isNumber()
        ? String.format(java.util.Locale.ROOT, "%." + decimals + "f", value.asDouble())
        : "-";
  }
}
