package life.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import life.journal.FactFormat;

/** A chart as whoever draws it reads it. */
record DrawnChart(JsonNode said, Map<String, double[]> columns) {
  static DrawnChart of(byte[] bytes) {
    var from = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    byte[] header = new byte[from.getInt()];
    from.get(header);
    assertThat(from.position() % 8).isZero();
    var said = json(new String(header, StandardCharsets.UTF_8));
    int pixels = said.path("pixels").asInt();
    var columns = new LinkedHashMap<String, double[]>();
    for (var column : said.path("columns")) {
      double[] values = new double[pixels];
      for (int i = 0; i < pixels; i++) {
        values[i] =
            switch (column.path("type").asText()) {
              case "f32" -> from.getFloat();
              case "f64" -> from.getDouble();
              case "u32" -> Integer.toUnsignedLong(from.getInt());
              default -> throw new AssertionError("no such type: " + column);
            };
      }
      columns.put(column.path("name").asText(), values);
      from.position((from.position() + 7) / 8 * 8);
    }
    assertThat(from.hasRemaining()).isFalse();
    return new DrawnChart(said, columns);
  }

  private static JsonNode json(String text) {
    try {
      return FactFormat.JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  double[] column(String name) {
    return columns.getOrDefault(name, new double[0]);
  }
}
