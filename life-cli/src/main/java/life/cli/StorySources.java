package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All that a page about a life is made of, as the server tells it, up to one fact.
 *
 * @param state how it is after that fact
 * @param window what the life comes to, in numbers
 * @param tale its story; without paragraphs where nothing can be told yet
 * @param observations what was noticed, in the order of the begins
 * @param memories the facts that its strongest memories begin with, each with its {@code trace}
 * @param notes in the order of the life
 * @param other the life that is laid over it
 */
record StorySources(
    JsonNode state,
    Series series,
    JsonNode window,
    JsonNode tale,
    List<JsonNode> observations,
    List<JsonNode> memories,
    List<JsonNode> notes,
    Optional<Other> other) {
  private static final int MOST_MEMORIES = 8;
  private static final int BUCKETS = 2_000;

  /**
   * Another life.
   *
   * @param parting the last tick that both have in common; 0 if they have none
   * @param isBranch whether one of them is a branch of the other
   */
  record Other(JsonNode state, Series series, long parting, boolean isBranch) {}

  StorySources {
    observations = List.copyOf(observations);
    memories = List.copyOf(memories);
    notes = List.copyOf(notes);
  }

  /**
   * Asks for all of it.
   *
   * @param with the name of the other life; null for none
   */
  static StorySources of(Wire wire, String life, @Nullable String with) {
    var state = wire.get(Wire.life(life));
    var head = "&at=seq:" + state.path("seq").asLong();
    return new StorySources(
        state,
        series(wire, life, state),
        unlessOff(() -> wire.get(Wire.life(life, "windows") + "?of=life" + head)),
        unlessOff(() -> wire.get(Wire.life(life, "tell") + "?of=life" + head)),
        observations(wire, life, head),
        memories(wire, life, state),
        Notes.all(wire, life),
        with == null ? Optional.empty() : Optional.of(other(wire, life, with)));
  }

  /** What the monitor says; where it is off, nothing. */
  private static JsonNode unlessOff(Supplier<JsonNode> question) {
    try {
      return question.get();
    } catch (Trouble trouble) {
      if (trouble.code().equals("monitor-off")) {
        return Json.object();
      }
      throw trouble;
    }
  }

  private static Series series(Wire wire, String life, JsonNode state) {
    var to = "&to=seq:" + state.path("seq").asLong();
    return Series.of(wire.get(Wire.life(life, "series") + "?buckets=" + BUCKETS + to));
  }

  private static List<JsonNode> observations(Wire wire, String life, String head) {
    var found = new ArrayList<JsonNode>();
    var path = Wire.life(life, "observations") + "?limit=1000" + head + "&after=";
    var page = unlessOff(() -> wire.get(path + 0));
    page.path("observations").forEach(found::add);
    while (page.path("next").asLong(0) > 0) {
      page = wire.get(path + page.path("next").asLong());
      page.path("observations").forEach(found::add);
    }
    found.sort(
        Comparator.comparingLong((JsonNode one) -> one.path("begin").path("tick").asLong())
            .thenComparingInt(one -> one.path("number").asInt()));
    return found;
  }

  private static List<JsonNode> memories(Wire wire, String life, JsonNode state) {
    return state
        .path("memory")
        .path("long")
        .valueStream()
        .sorted(
            Comparator.comparingDouble((JsonNode trace) -> -trace.path("significance").asDouble())
                .thenComparingLong(trace -> trace.path("id").asLong()))
        .limit(MOST_MEMORIES)
        .map(trace -> {
          long seq = trace.path("id").asLong();
          var page = wire.get(Wire.life(life, "facts") + "?limit=1&after=" + (seq - 1));
          var fact = Json.object();
          page.path("facts").path(0).properties().forEach(f -> fact.set(f.getKey(), f.getValue()));
          fact.set("trace", trace);
          return (JsonNode) fact;
        })
        .sorted(Comparator.comparingLong(fact -> fact.path("seq").asLong()))
        .toList();
  }

  private static Other other(Wire wire, String life, String with) {
    if (with.equals(life)) {
      throw new Trouble(
          Exit.WRONG_USAGE,
          "same-life",
          life + " can't be laid over itself",
          "give a branch of it, see `life what-if --keep`, or another life");
    }
    var state = wire.get(Wire.life(with));
    var series = series(wire, with, state);
    return parting(wire, with, life)
        .or(() -> parting(wire, life, with))
        .map(tick -> new Other(state, series, tick, true))
        .orElseGet(() -> new Other(state, series, 0, false));
  }

  /** The tick at which a life became one of its own, if it was the parent's until then. */
  private static Optional<Long> parting(Wire wire, String life, String parent) {
    var pages = new Pages(wire, life, Patience.usual(_ -> {}), "&kind=branched");
    var found = new ArrayList<JsonNode>();
    while (!pages.ended()) {
      found.addAll(pages.next(100));
    }
    return found.stream()
        .filter(fact -> fact.path("parent").asText().equals(parent))
        .map(fact -> fact.path("tick").asLong())
        .findFirst();
  }
}
