package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What is marked in a chart besides the courses: sleep, oddities, phases, notes, death. */
record ChartMarks(
    StorySources sources, List<Column> columns, ChartSize size, TimeAxis axis, ChartPen pen) {
  private static final double HALF = 0.5;
  private static final double LEAST_BAND = 3;

  /** What lies under the courses. */
  void below() {
    sleep();
    odd();
  }

  /** What lies over them. */
  void above() {
    death();
    phases();
    triangles();
    notes();
  }

  private void sleep() {
    for (int i = 0; i < columns.size(); i++) {
      if (isAsleep(i)) {
        int first = i;
        while (i + 1 < columns.size() && isAsleep(i + 1)) {
          i++;
        }
        pen.shade("asleep", columns.get(first).left(), columns.get(i).right());
      }
    }
  }

  private boolean isAsleep(int i) {
    return columns.get(i).bucket().asleep() >= HALF;
  }

  private void odd() {
    for (var span : OddSpans.of(sources.observations(), sources.series().to())) {
      double left = axis.x(span.from());
      double right = Math.max(axis.x(span.to()), left + LEAST_BAND);
      double shift = Math.max(0, right - axis.right());
      pen.shade("odd", left - shift, right - shift);
    }
  }

  private void death() {
    for (var turning : sources.series().turnings()) {
      if (turning.type().equals("died")) {
        pen.upright("death", axis.x(turning.tick()), size.top(), size.paceBottom());
      }
    }
  }

  private void phases() {
    for (int i = 0; i < columns.size(); i++) {
      int first = i;
      var phase = columns.get(first).bucket().phase();
      while (i + 1 < columns.size() && columns.get(i + 1).bucket().phase().equals(phase)) {
        i++;
      }
      pen.box(
          "phase " + phaseClass(phase),
          columns.get(first).left(),
          columns.get(i).right(),
          size.strip(),
          size.strip() + ChartSize.STRIP);
    }
  }

  private static String phaseClass(String phase) {
    return switch (phase) {
      case "ALIVE" -> "alive";
      case "DEGRADING" -> "degrading";
      default -> "dead";
    };
  }

  /** Where something odd began; those that would touch are one. */
  private void triangles() {
    double half = size.font * 0.5;
    double last = Double.NEGATIVE_INFINITY;
    double y = size.coursesBottom();
    for (JsonNode one : sources.observations()) {
      double x = axis.x(one.path("begin").path("tick").asLong());
      if (x - last >= 2 * half) {
        last = x;
        pen.out()
            .open(
                "polygon",
                "class",
                "warn",
                "points",
                "%s,%s %s,%s %s,%s"
                    .formatted(
                        ChartPen.n(x - half),
                        ChartPen.n(y),
                        ChartPen.n(x + half),
                        ChartPen.n(y),
                        ChartPen.n(x),
                        ChartPen.n(y - 1.8 * half)));
        pen.out().words("title", one.path("words").asText("")).close();
      }
    }
  }

  /** A mark for each note, with its number where there is room. */
  private void notes() {
    double free = Double.NEGATIVE_INFINITY;
    for (JsonNode note : sources.notes()) {
      long tick = note.path("tick").asLong();
      if (tick < axis.from() || tick > axis.to()) {
        continue;
      }
      double x = axis.x(tick);
      pen.upright("pin", x, size.strip() + ChartSize.STRIP, size.notes() - size.font * 0.8);
      var number = note.path("number").asText("");
      double half = size.wordsWidth(number) / 2 + 2;
      if (x - half >= free) {
        free = x + half;
        pen.out()
            .words(
                "text",
                number,
                "class",
                "note",
                "x",
                ChartPen.n(x),
                "y",
                ChartPen.n(size.notes() + 2),
                "text-anchor",
                "middle");
      }
    }
  }
}
