package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A life's state in lines for reading. Shows every vital the server names, known here or not. */
record Portrait(Paint paint, Bar bar) {
  /** Energy is counted to 100; every other vital to 1. */
  private static final double FULL_ENERGY = 100;

  /**
   * The lines.
   *
   * @param doing how it is doing, in words, if that is known
   */
  List<String> of(JsonNode state, Optional<String> doing) {
    var lines = new ArrayList<String>();
    lines.add(title(state));
    doing.ifPresent(sentence -> lines.add(row("condition", sentence)));
    lines.add(row("age", Age.of(state.path("age").asText("-")) + felt(state)));
    for (var vital : state.path("vitals").properties()) {
      lines.add(vital(vital.getKey(), vital.getValue()));
    }
    lines.add(row("arousal", level(state.path("arousal"), 1, 2)));
    lines.add(row("drive", "%6s".formatted(Json.number(state.path("drive"), 2))));
    lines.add(row("sleep", sleep(state)));
    lines.add(row("memory", memory(state.path("memory"))));
    lines.add(row("agenda", agenda(state.path("agenda"))));
    lines.add(row("born", state.path("born").asText("-") + origin(state)));
    lines.add(row("facts", state.path("seq").asText("-") + paint.faint("  state " + hash(state))));
    return lines;
  }

  private String title(JsonNode state) {
    var phase = state.path("phase").asText("-");
    var cause = state.path("cause").asText("");
    return paint.strong(state.path("id").asText("-"))
        + "  "
        + paint.phase(phase, phase)
        + (cause.isEmpty() || cause.equals("null") ? "" : " of " + cause)
        + "  tick "
        + state.path("tick").asText("-");
  }

  private static String felt(JsonNode state) {
    return "  felt as %s, now at %s×"
        .formatted(
            Age.of(state.path("subjectiveAge").asText("-")),
            Json.number(state.path("feltRate"), 2));
  }

  private String vital(String name, JsonNode value) {
    return name.equals("energy")
        ? row(name, level(value, FULL_ENERGY, 1))
        : row(name, level(value, 1, 2));
  }

  private String level(JsonNode value, double full, int decimals) {
    var drawn = bar.of(value.asDouble(), full);
    var share = value.asDouble() / full;
    var number = "%6s".formatted(Json.number(value, decimals));
    return (share < 0.2 ? paint.bad(drawn) : share < 0.4 ? paint.warning(drawn) : drawn) + number;
  }

  private static String sleep(JsonNode state) {
    return "%s, with a pressure of %s"
        .formatted(
            state.path("asleep").asBoolean() ? "asleep" : "awake",
            Json.number(state.path("sleepPressure"), 2));
  }

  private static String memory(JsonNode memory) {
    return "%d in mind, %d kept".formatted(memory.path("short").size(), memory.path("long").size());
  }

  private static String agenda(JsonNode agenda) {
    if (agenda.isEmpty()) {
      return "nothing waits";
    }
    var next = agenda.get(0);
    for (var one : agenda) {
      next = one.path("tick").asLong() < next.path("tick").asLong() ? one : next;
    }
    return "%d waiting, next: %s %s at tick %s"
        .formatted(
            agenda.size(),
            next.path("kind").asText(),
            next.path("intensity").asText(),
            next.path("tick").asText());
  }

  private static String origin(JsonNode state) {
    var weather = state.path("weather").asText("normal");
    return "  seed %s, world %s, laws %s, %s"
        .formatted(
            state.path("seed").asText("-"),
            state.path("world").asText("-")
                + (weather.equals("normal") ? "" : " in weather " + weather),
            state.path("laws").path("version").asText("-"),
            state.path("laws").path("mortality").asBoolean(true) ? "mortal" : "immortal");
  }

  private static String hash(JsonNode state) {
    var hash = state.path("hash").asText("-");
    return hash.substring(0, Math.min(12, hash.length()));
  }

  private static String row(String name, String text) {
    return "  %-10s %s".formatted(name, text);
  }
}
