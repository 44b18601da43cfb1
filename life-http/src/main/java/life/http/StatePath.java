package life.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.http.problem.Problem;
import life.journal.FactFormat;

/**
 * A way into the document of a state: names with dots between them; an element of an array by its
 * index, or by its kind, cue, or name. {@code energy} is short for {@code vitals.energy}.
 *
 * @param text as it was given
 * @param steps from the top
 */
record StatePath(String text, List<String> steps) {
  private static final List<String> VITALS = List.of("energy", "stability", "integrity");
  private static final List<String> KEYS = List.of("kind", "cue", "name");

  static StatePath parse(String text) {
    if (!text.matches("[A-Za-z0-9_.-]{1,200}") || text.startsWith(".") || text.endsWith(".")) {
      throw Problem.badInput(
              "a path looks like memory.long.0.kind or energy, not '"
                  + (text.length() > 80 ? text.substring(0, 80) + "…" : text)
                  + "'")
          .asException();
    }
    var steps = List.of(text.split("\\.", -1));
    return new StatePath(
        text,
        VITALS.contains(steps.getFirst())
            ? new ArrayList<>(List.of("vitals", text))
            : new ArrayList<>(steps));
  }

  /** The value there; empty if there is none, as for a memory that is not yet there. */
  Optional<JsonNode> in(JsonNode document) {
    var at = document;
    for (var step : steps) {
      at = step(at, step);
    }
    return at.isMissingNode() ? Optional.empty() : Optional.of(at);
  }

  /**
   * The value there.
   *
   * @throws Problem.Refused naming what there is instead
   */
  JsonNode existing(JsonNode document) {
    var at = document;
    var way = new ArrayList<String>();
    for (var step : steps) {
      var next = step(at, step);
      if (next.isMissingNode()) {
        var where = way.isEmpty() ? "the state" : "'" + String.join(".", way) + "'";
        throw Problem.unknownPath(
                where + " has no '" + step + "'; it has " + String.join(", ", names(at)), names(at))
            .asException();
      }
      way.add(step);
      at = next;
    }
    return at;
  }

  private static JsonNode step(JsonNode at, String step) {
    if (!at.isArray()) {
      return at.path(step);
    }
    if (step.matches("\\d{1,9}")) {
      return at.path(Integer.parseInt(step));
    }
    for (var element : at) {
      for (var key : KEYS) {
        if (element.path(key).asText("").equals(step)) {
          return element;
        }
      }
    }
    return at.path(step);
  }

  private static List<String> names(JsonNode at) {
    var names = new ArrayList<String>();
    at.fieldNames().forEachRemaining(names::add);
    if (at.isArray() && !at.isEmpty()) {
      names.add("0 to " + (at.size() - 1));
    }
    return names.isEmpty() ? List.of("nothing below it") : names;
  }

  /**
   * The part of a state in which the value lies: if it is the same object, so is the value. Telling
   * whether a value changed is so quick that a whole life can be searched.
   */
  Object part(SelfState state) {
    return switch (state) {
      case Alive being -> part(being, state);
      case Dead dead -> part(dead.last(), state);
      case SelfState.Unborn unborn -> unborn;
    };
  }

  private Object part(Alive being, SelfState state) {
    return switch (steps.getFirst()) {
      case "vitals" -> being.condition().vitals();
      case "memory" -> being.mind().memory();
      case "mind" -> being.mind();
      case "agenda" -> being.agenda();
      case "laws", "seed", "born", "id" -> being.origin();
      case "world", "weather" -> being.world();
      case "phase", "alive", "cause" -> state.phase();
      case "asleep" -> being.sleep();
      case "drive" -> being.condition().vitals();
      case "arousal", "subjectiveAge", "sleepPressure" -> being.condition();
      default -> state;
    };
  }

  /** The value in that state, made without the rest of the document where that can be. */
  Optional<JsonNode> of(SelfState state) {
    if (state instanceof SelfState.Unborn) {
      return Optional.empty();
    }
    var being = (Alive) Views.living(state);
    Function<Object, JsonNode> tree = FactFormat.JSON::valueToTree;
    var document = Views.object();
    switch (steps.getFirst()) {
      case "vitals" -> document.set("vitals", tree.apply(being.condition().vitals()));
      case "memory" -> document.set("memory", Views.memory(being.mind().memory()));
      case "mind" -> document.set("mind", Views.mind(being.mind()));
      case "drive" -> document.put("drive", being.drive());
      case "arousal" -> document.put("arousal", being.condition().arousal());
      case "sleepPressure" -> document.put("sleepPressure", being.condition().pressure());
      default -> document = Views.state(state);
    }
    return in(document);
  }
}
