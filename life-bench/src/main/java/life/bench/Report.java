package life.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** All results of a run, as a table or as JSON. */
final class Report {
  private static final List<String> TITLES =
      List.of("what", "value", "unit", "beside", "its value", "ratio", "asked", "met");
  private static final int FIRST_NUMBER = 1;

  private record Row(String benchmark, Result result) {}

  private final List<Row> rows = new ArrayList<>();

  void add(String benchmark, List<Result> results) {
    results.forEach(result -> rows.add(new Row(benchmark, result)));
  }

  boolean allMet() {
    return rows.stream()
        .allMatch(row -> row.result().limit() == null || row.result().limit().met());
  }

  String json() {
    var all = JsonMapper.builder().build().createArrayNode();
    rows.forEach(row -> write(all.addObject().put("benchmark", row.benchmark()), row.result()));
    return all.toPrettyString();
  }

  private static void write(ObjectNode to, Result result) {
    to.put("what", result.what()).put("value", result.value()).put("unit", result.unit());
    if (result.peer() != null) {
      to.put("beside", result.peer().name()).put("besideValue", result.peer().value());
      to.put("ratio", result.ratio());
    }
    if (result.limit() != null) {
      to.put("asked", result.limit().words()).put("met", result.limit().met());
    }
  }

  List<String> table() {
    var cells = new ArrayList<List<String>>();
    cells.add(TITLES);
    rows.forEach(row -> cells.add(cells(row.result())));
    var widths = new int[TITLES.size()];
    for (var line : cells) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    return cells.stream().map(line -> line(line, widths)).toList();
  }

  private static List<String> cells(Result result) {
    var peer = result.peer();
    var limit = result.limit();
    return List.of(
        result.what(),
        Wording.number(result.value()),
        result.unit(),
        peer == null ? "" : peer.name(),
        peer == null ? "" : Wording.number(peer.value()),
        peer == null ? "" : Wording.number(result.ratio()),
        limit == null ? "" : limit.words(),
        limit == null ? "" : limit.met() ? "yes" : "NO");
  }

  private static String line(List<String> cells, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      var gap = " ".repeat(widths[i] - cells.get(i).length());
      boolean isNumber = i == FIRST_NUMBER || TITLES.get(i).equals("its value");
      line.append(isNumber ? gap + cells.get(i) : cells.get(i) + gap).append("  ");
    }
    return line.toString().stripTrailing();
  }
}
