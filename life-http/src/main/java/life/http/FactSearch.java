package life.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import life.being.Fact;
import life.being.SelfState.Alive;
import life.http.problem.Problem;
import life.journal.Biography.Told;
import life.journal.FactFormat;

/**
 * Which facts somebody looks for.
 *
 * @param kinds types of facts and kinds of stimuli; none for all
 * @param conditions that all hold, of a fact or of the state right after it
 */
record FactSearch(Set<String> kinds, List<Condition> conditions) {
  private static final Pattern CONDITION =
      Pattern.compile(
          "\\s*([A-Za-z][A-Za-z0-9_.-]{0,99})\\s*(<=|>=|!=|==|=|<|>)\\s*(\\S.{0,99}?)\\s*");
  private static final int MOST_CONDITIONS = 16;

  /** A field, compared with a value. */
  record Condition(StatePath field, String comparison, String value) {
    boolean holds(Told told) {
      return value(told).map(this::holds).orElse(false);
    }

    private Optional<JsonNode> value(Told told) {
      var own = field.in(FactFormat.JSON.valueToTree(told.fact()));
      return own.isPresent() ? own : quick(told).or(() -> field.of(told.after()));
    }

    /** The numbers that are asked for most, without making a document. */
    private Optional<JsonNode> quick(Told told) {
      var being = (Alive) Views.living(told.after());
      var numbers = FactFormat.JSON.getNodeFactory();
      return switch (field.text()) {
        case "energy" -> Optional.of(numbers.numberNode(being.condition().vitals().energy()));
        case "stability" -> Optional.of(numbers.numberNode(being.condition().vitals().stability()));
        case "integrity" -> Optional.of(numbers.numberNode(being.condition().vitals().integrity()));
        case "tick" -> Optional.of(numbers.numberNode(being.tick()));
        case "seq" -> Optional.of(numbers.numberNode(told.seq()));
        case "type" -> Optional.of(numbers.textNode(told.fact().type()));
        case "asleep" -> Optional.of(numbers.booleanNode(being.sleep().asleep()));
        default -> Optional.empty();
      };
    }

    private boolean holds(JsonNode found) {
      if (found.isNumber()) {
        return compared(Double.compare(found.doubleValue(), number()));
      }
      if (!found.isTextual() && !found.isBoolean()) {
        throw wrong("'" + field.text() + "' is neither a number nor a word");
      }
      if (!List.of("=", "==", "!=").contains(comparison)) {
        throw wrong(
            "'%s' is a word, such as %s; it can be = or != another"
                .formatted(field.text(), found.asText()));
      }
      return compared(found.asText().equalsIgnoreCase(value) ? 0 : 1);
    }

    private double number() {
      if (!isNumber(value)) {
        throw wrong("'" + field.text() + "' is a number, but '" + value + "' is none");
      }
      return Double.parseDouble(value);
    }

    private boolean compared(int order) {
      return switch (comparison) {
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        case ">=" -> order >= 0;
        case "!=" -> order != 0;
        default -> order == 0;
      };
    }

    private static Problem.Refused wrong(String detail) {
      return Problem.badInput(detail).asException();
    }

    private static boolean isNumber(String text) {
      return text.matches("[-+]?(\\d{1,18}(\\.\\d{0,18})?|\\.\\d{1,18})([eE][-+]?\\d{1,3})?");
    }
  }

  /** What a request asks for. */
  static FactSearch of(Call call) {
    var kinds = new TreeSet<String>();
    call.text("kind").ifPresent(list -> kinds.addAll(List.of(list.split(",", -1))));
    var conditions = new ArrayList<Condition>();
    call.text("where")
        .ifPresent(text -> {
          for (var part : text.split("(?i)\\s+and\\s+", -1)) {
            conditions.add(condition(part));
          }
        });
    if (conditions.size() > MOST_CONDITIONS) {
      throw Problem.badInput("at most " + MOST_CONDITIONS + " conditions at once").asException();
    }
    return new FactSearch(kinds, conditions);
  }

  private static Condition condition(String text) {
    var match = CONDITION.matcher(text);
    if (!match.matches()) {
      throw Problem.badInput(
              "a condition looks like \"energy < 20\" or \"stimulus.kind = shock\", not '"
                  + (text.length() > 80 ? text.substring(0, 80) + "…" : text)
                  + "'")
          .asException();
    }
    var value = match.group(3).replaceAll("^['\"]|['\"]$", "");
    return new Condition(StatePath.parse(match.group(1)), match.group(2), value);
  }

  boolean isForAll() {
    return kinds.isEmpty() && conditions.isEmpty();
  }

  /** Refuses words that are neither a type of facts nor a kind of stimuli of that being now. */
  void refuseUnknownKinds(Alive being) {
    var known = new TreeSet<>(FactFormat.factTypes());
    known.addAll(being.world().kinds().names());
    for (var kind : kinds) {
      if (!known.contains(kind)) {
        throw Problem.unknownKind(
                "there is neither a type of facts nor a kind of stimuli '" + kind + "'",
                List.copyOf(known))
            .asException();
      }
    }
  }

  /** Refuses fields that neither the state nor any fact has. */
  void refuseUnknownFields(Alive being) {
    var document = Views.state(being);
    for (var condition : conditions) {
      var first = condition.field().steps().getFirst();
      if (!document.has(first) && !isOfSomeFact(first)) {
        var names = new ArrayList<String>(List.of("energy", "stability", "integrity"));
        document.fieldNames().forEachRemaining(names::add);
        throw Problem.unknownPath(
                "neither the state nor any fact has a field '" + first + "'", names)
            .asException();
      }
    }
  }

  private static boolean isOfSomeFact(String field) {
    return List.of(Fact.class.getPermittedSubclasses()).stream()
            .flatMap(kind -> List.of(kind.getPermittedSubclasses()).stream())
            .flatMap(record -> List.of(record.getRecordComponents()).stream())
            .anyMatch(component -> component.getName().equals(field))
        || field.equals("type");
  }

  boolean finds(Told told) {
    return (kinds.isEmpty() || kinds.contains(told.fact().type()) || isAbout(told.fact()))
        && conditions.stream().allMatch(condition -> condition.holds(told));
  }

  private boolean isAbout(Fact fact) {
    return (fact instanceof Fact.Reached reached && kinds.contains(reached.stimulus().kind()))
        || (fact instanceof Fact.Met met && kinds.contains(met.stimulus().kind()));
  }
}
