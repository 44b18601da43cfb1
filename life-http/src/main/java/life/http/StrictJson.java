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
import java.util.Optional;
import life.http.problem.Problem;

/**
 * Reads JSON that may come from anybody: not too deep, no field twice, no number or text without
 * end, and nothing after the document.
 */
final class StrictJson {
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

  private StrictJson() {}

  /**
   * Reads a document of any kind; it is missing where there are no bytes.
   *
   * @throws Problem.Refused if the bytes are no JSON
   */
  static JsonNode tree(byte[] bytes) {
    return tree(bytes, 0, bytes.length);
  }

  /** {@link #tree(byte[])} of some of these bytes. */
  static JsonNode tree(byte[] bytes, int from, int length) {
    try {
      return Optional.ofNullable(STRICT.readTree(bytes, from, length))
          .orElse(MissingNode.getInstance());
    } catch (MismatchedInputException e) {
      throw notJson(": there is more after its end").asException();
    } catch (JsonProcessingException e) {
      throw notJson(": " + firstLine(e.getOriginalMessage()) + place(e)).asException();
    } catch (IOException e) {
      throw notJson("").asException();
    }
  }

  private static Problem notJson(String why) {
    return Problem.badInput("the body is not JSON" + why);
  }

  private static String place(JsonProcessingException e) {
    var place = e.getLocation();
    if (place == null) {
      return "";
    }
    var column = "column " + place.getColumnNr() + ")";
    return place.getLineNr() == 1 ? " (" + column : " (line " + place.getLineNr() + ", " + column;
  }

  private static String firstLine(String message) {
    return Body.shortened(message.lines().findFirst().orElse(""));
  }
}
