package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the same life went in many worlds that differ by chance alone. */
record Luck(Paint paint, boolean unicode) {
  private static final int WIDTH = 32;
  private static final int MOMENTS = 10;
  private static final double FULL_ENERGY = 100;

  List<String> of(JsonNode seeds) {
    var lines = new ArrayList<String>();
    var worlds = seeds.path("worlds").asLong();
    lines.add(
        "%s in %d of %d worlds it lives at the end%s"
            .formatted(
                paint.strong("was it luck?"),
                seeds.path("living").asLong(),
                worlds,
                deaths(seeds.path("fates"))));
    var bands = seeds.path("bands");
    if (!bands.isEmpty()) {
      lines.addAll(spread(bands.get(bands.size() - 1)));
      lines.addAll(living(bands, worlds));
    }
    return lines;
  }

  private static String deaths(JsonNode fates) {
    Map<String, Integer> causes = new TreeMap<>();
    for (var fate : fates) {
      if (!fate.path("alive").asBoolean(true)) {
        causes.merge(fate.path("cause").asText("?"), 1, Integer::sum);
      }
    }
    var text = new StringBuilder();
    causes.forEach((cause, count) ->
        text.append(text.isEmpty() ? "; died: " : ", ").append(count).append(" of ").append(cause));
    return text.toString();
  }

  private List<String> spread(JsonNode end) {
    var table =
        new Table(
            paint::strong, "IN ALL WORLDS", ">LEAST", ">10 %", ">MEDIAN", ">90 %", ">MOST", "");
    for (var name : List.of("energy", "stability", "integrity", "drive")) {
      var band = end.path(name);
      int decimals = name.equals("energy") ? 1 : 2;
      table.row(
          text -> text,
          name,
          Json.number(band.path("low"), decimals),
          Json.number(band.path("q10"), decimals),
          Json.number(band.path("median"), decimals),
          Json.number(band.path("q90"), decimals),
          Json.number(band.path("high"), decimals),
          box(band, full(name, band)));
    }
    return table.lines();
  }

  private static double full(String name, JsonNode band) {
    return switch (name) {
      case "energy" -> FULL_ENERGY;
      case "drive" -> Scale.full(band.path("high").asDouble());
      default -> 1;
    };
  }

  /** From the least to the most a line, the middle half a bar, the median a mark in it. */
  private String box(JsonNode band, double full) {
    if (!band.path("median").isNumber()) {
      return "";
    }
    var text = new StringBuilder(" ".repeat(WIDTH));
    draw(text, band.path("low"), band.path("high"), full, unicode ? '─' : '-');
    draw(text, band.path("q25"), band.path("q75"), full, unicode ? '█' : '=');
    draw(text, band.path("median"), band.path("median"), full, unicode ? '┃' : '|');
    return text.toString();
  }

  private static void draw(
      StringBuilder text, JsonNode from, JsonNode to, double full, char letter) {
    for (int i = place(from, full); i <= place(to, full); i++) {
      text.setCharAt(i, letter);
    }
  }

  private static int place(JsonNode value, double full) {
    return Math.clamp(Math.round(value.asDouble() / full * (WIDTH - 1)), 0, WIDTH - 1);
  }

  private List<String> living(JsonNode bands, long worlds) {
    var table = new Table(paint::strong, ">AGE", ">LIVING", "");
    var bar = new Bar(WIDTH, unicode);
    int moments = Math.min(MOMENTS, bands.size());
    for (int i = 1; i <= moments; i++) {
      var band = bands.get(i * bands.size() / moments - 1);
      var living = band.path("living").asLong();
      table.row(
          text -> text,
          Age.of(band.path("age").asText("-")),
          living + " of " + worlds,
          bar.of((double) living, Math.max(1, (double) worlds)));
    }
    return table.lines();
  }
}
