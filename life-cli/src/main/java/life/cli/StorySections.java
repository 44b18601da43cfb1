package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What stands below the chart of a page about a life. */
record StorySections(StorySources sources, Markup out) {
  private static final int MOST_FACTS = 5;

  void draw() {
    sources.other().ifPresent(this::other);
    oddAndRemembered();
    notes();
    tale();
    numbers();
  }

  private void oddAndRemembered() {
    if (sources.observations().isEmpty() && sources.memories().isEmpty()) {
      return;
    }
    out.open("section").words("h2", aboutOddAndRemembered());
    out.open("div", "class", "beside");
    if (!sources.observations().isEmpty()) {
      out.open("ul", "class", "odd-list");
      sources.observations().forEach(this::observation);
      out.close();
    }
    if (!sources.memories().isEmpty()) {
      out.open("ul", "class", "memories");
      sources.memories().forEach(this::memory);
      out.close();
    }
    out.close().close();
  }

  private String aboutOddAndRemembered() {
    if (sources.observations().isEmpty()) {
      return "What it remembers";
    }
    return sources.memories().isEmpty() ? "What was odd" : "What was odd and what it remembers";
  }

  private void observation(JsonNode one) {
    out.open("li", "class", one.path("severity").asText("notice"));
    age(one.path("begin"));
    out.words(one.path("words").asText(""));
    out.words("small", until(one));
    out.close();
  }

  private static String until(JsonNode one) {
    var end = one.path("end").path("age");
    return one.path("severity").asText("notice")
        + (one.path("open").asBoolean() ? ", goes on" : ", until " + Age.of(end.asText("-")));
  }

  private void memory(JsonNode fact) {
    var trace = fact.path("trace");
    out.open("li");
    age(fact);
    out.words(trace.path("kind").asText("?"));
    out.words(" " + Json.number(trace.path("intensity"), 2));
    int episodes = trace.path("episodes").asInt(1);
    out.words(
        "small",
        (episodes > 1 ? episodes + " times, " : "")
            + "mattered "
            + Math.round(trace.path("significance").asDouble() * 100)
            + " %");
    out.close();
  }

  private void age(JsonNode place) {
    out.words("b", Age.of(place.path("age").asText("-"))).words(" ");
  }

  private void notes() {
    if (sources.notes().isEmpty()) {
      return;
    }
    out.open("section").words("h2", "Notes of those who watched").open("ol", "class", "notes");
    for (var note : sources.notes()) {
      out.open("li");
      out.words("span", note.path("number").asText("-"), "class", "number");
      out.open("div").open("p", "dir", "auto").words(note.path("text").asText("")).close();
      out.words(
          "small",
          Age.of(note.path("age").asText("-")) + " old, fact " + note.path("seq").asText("-"));
      out.close().close();
    }
    out.close().close();
  }

  private void tale() {
    if (sources.tale().path("paragraphs").isEmpty()) {
      return;
    }
    out.open("section", "class", "tale").words("h2", "The story");
    for (var paragraph : sources.tale().path("paragraphs")) {
      var title = paragraph.path("title").asText("");
      if (!title.isEmpty()) {
        out.words("h3", title);
      }
      out.open("p");
      for (var statement : paragraph.path("statements")) {
        out.words(statement.path("words").asText("?")).words(" ");
        out.words("small", facts(statement.path("facts"))).words(" ");
      }
      out.close();
    }
    out.close();
  }

  /** The first of them; all are in {@code life tell}. */
  private static String facts(JsonNode seqs) {
    var shown = new ArrayList<String>();
    for (int i = 0; i < Math.min(MOST_FACTS, seqs.size()); i++) {
      shown.add("#" + seqs.get(i).asText());
    }
    int more = seqs.size() - shown.size();
    return String.join(" ", shown) + (more > 0 ? " +" + more : "");
  }

  private void numbers() {
    var window = sources.window();
    if (window.path("facts").isMissingNode()) {
      return;
    }
    out.open("section").words("h2", "In numbers").open("div", "class", "beside");
    table("What it met", "times", "mean intensity");
    for (var kind : mostFrequentFirst(window.path("stimuli"))) {
      row(
          kind.path("kind").asText("?"),
          kind.path("count").asText("-"),
          Json.number(kind.path("meanIntensity"), 2));
    }
    out.close().close();
    table("What came of it", "times");
    for (var count : counts(window)) {
      row(count.words(), count.value().asText("-"));
    }
    out.close().close().close().close();
  }

  private static List<JsonNode> mostFrequentFirst(JsonNode stimuli) {
    return stimuli
        .valueStream()
        .sorted(
            Comparator.comparingLong((JsonNode kind) -> -kind.path("count").asLong())
                .thenComparing(kind -> kind.path("kind").asText()))
        .toList();
  }

  private record Count(String words, JsonNode value) {}

  private static List<Count> counts(JsonNode window) {
    var memory = window.path("memory");
    var changes = window.path("changes");
    return List.of(
        new Count("facts", window.path("facts").path("count")),
        new Count("fell asleep", window.path("sleep").path("times")),
        new Count("roused from sleep", window.path("sleep").path("roused")),
        new Count("memories kept", memory.path("kept")),
        new Count("memories forgotten", memory.path("forgotten")),
        new Count("memories that came back", memory.path("recalled")),
        new Count("learned", changes.path("learned")),
        new Count("adapted", changes.path("adapted")),
        new Count("adaptations rolled back", changes.path("rolledBack")),
        new Count("became weak", changes.path("degraded")),
        new Count("recovered", changes.path("recovered")));
  }

  /** Begins a table; its body and itself are left open. */
  private void table(String title, String... columns) {
    out.open("table").open("thead").open("tr").words("th", title, "scope", "col");
    for (var column : columns) {
      out.words("th", column, "scope", "col");
    }
    out.close().close().open("tbody");
  }

  private void row(String title, String... cells) {
    out.open("tr").words("th", title, "scope", "row");
    for (var cell : cells) {
      out.words("td", cell);
    }
    out.close();
  }

  private void other(StorySources.Other other) {
    var name = other.series().life();
    out.open("section").words("h2", (other.isBranch() ? "What if: " : "Beside ") + name);
    if (other.isBranch()) {
      out.words(
          "p",
          "They are the same life until "
              + TimeAxis.exactly(other.parting() * other.series().tickSeconds())
              + ", tick "
              + other.parting()
              + ".");
    }
    table("At the end", sources.series().life(), name);
    both(other, "standing", StorySections::standing);
    both(other, "age", state -> StoryPage.span(state.path("age").asText("-")));
    both(other, "felt", state -> StoryPage.span(state.path("subjectiveAge").asText("-")));
    both(other, "energy %", state -> Json.number(state.at("/vitals/energy"), 1));
    both(other, "stability %", state -> percent(state.at("/vitals/stability")));
    both(other, "integrity %", state -> percent(state.at("/vitals/integrity")));
    both(other, "memories", state -> "" + state.at("/memory/long").size());
    out.close().close().close();
  }

  private void both(
      StorySources.Other other, String title, java.util.function.Function<JsonNode, String> value) {
    row(title, value.apply(sources.state()), value.apply(other.state()));
  }

  private static String standing(JsonNode state) {
    return state.path("alive").asBoolean() ? "alive" : "died of " + state.path("cause").asText("-");
  }

  private static String percent(JsonNode share) {
    return Json.number(Json.object().numberNode(share.asDouble() * 100), 1);
  }
}
