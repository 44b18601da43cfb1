package life.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import life.being.LawSettings;
import life.journal.FactFormat;

/** Other settings of the laws, by the names that the config file has for them. */
public final class LawEdits {
  /** What a being keeps from its birth on: its time is counted in it, or it names other laws. */
  private static final List<String> KEPT = List.of("version", "tick-seconds");

  private LawEdits() {}

  /**
   * The settings with some of them changed.
   *
   * @param changes such as {@code laws.energy-per-hour} to {@code 2.5}
   * @throws IllegalArgumentException naming what is wrong and what would be right
   */
  public static LawSettings of(LawSettings laws, Map<String, String> changes) {
    ObjectNode tree = FactFormat.JSON.valueToTree(laws);
    changes.forEach((name, value) -> set(tree, name, value));
    try {
      return FactFormat.JSON.treeToValue(tree, LawSettings.class);
    } catch (ValueInstantiationException e) {
      throw new IllegalArgumentException(
          e.getCause() == null ? e.getOriginalMessage() : e.getCause().getMessage(), e);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("these are no laws: " + e.getOriginalMessage(), e);
    }
  }

  private static void set(ObjectNode laws, String name, String value) {
    var known = names(laws, "");
    var plain = name.startsWith("laws.") ? name.substring("laws.".length()) : name;
    if (!known.contains(plain)) {
      throw new IllegalArgumentException(
          "there is no law setting '"
              + name
              + "'; there are laws."
              + String.join(", laws.", known));
    }
    var at = laws;
    var steps = plain.split("\\.", -1);
    for (int i = 0; i < steps.length - 1; i++) {
      at = (ObjectNode) at.path(camel(steps[i]));
    }
    var field = camel(steps[steps.length - 1]);
    if (at.path(field).isBoolean()) {
      at.put(field, truth(name, value));
    } else {
      at.put(field, number(name, value));
    }
  }

  private static List<String> names(ObjectNode laws, String before) {
    var names = new ArrayList<String>();
    laws.properties()
        .forEach(field -> {
          var name = before + kebab(field.getKey());
          if (field.getValue() instanceof ObjectNode nested) {
            names.addAll(names(nested, name + "."));
          } else if (!KEPT.contains(name)) {
            names.add(name);
          }
        });
    return names;
  }

  private static boolean truth(String name, String value) {
    return switch (value) {
      case "on", "true" -> true;
      case "off", "false" -> false;
      default -> throw new IllegalArgumentException(name + " is on or off, not '" + value + "'");
    };
  }

  private static double number(String name, String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a number, not '" + value + "'", e);
    }
  }

  private static String camel(String kebab) {
    var camel = new StringBuilder();
    for (var word : kebab.split("-", -1)) {
      camel.append(
          camel.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return camel.toString();
  }

  private static String kebab(String camel) {
    return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
