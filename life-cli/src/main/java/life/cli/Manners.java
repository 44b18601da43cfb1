package life.cli;

import java.util.List;
import java.util.Map;

/**
 * How a command shall speak. Read from the raw arguments, not from parsed options, because an error
 * in the arguments must be told in the asked-for manner too.
 */
record Manners(boolean json, boolean colour) {

  static Manners of(List<String> arguments, Map<String, String> environment, boolean terminal) {
    var json = arguments.contains("--json");
    var wish = wish(arguments);
    var plain =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || "dumb".equals(environment.get("TERM"));
    var colour =
        switch (wish) {
          case "always" -> true;
          case "never" -> false;
          default -> terminal && !plain;
        };
    return new Manners(json, colour && !json);
  }

  private static String wish(List<String> arguments) {
    var wish = "auto";
    for (var i = 0; i < arguments.size(); i++) {
      var argument = arguments.get(i);
      if (argument.startsWith("--color=")) {
        wish = argument.substring("--color=".length());
      } else if (argument.equals("--color") && i + 1 < arguments.size()) {
        wish = arguments.get(i + 1);
      }
    }
    return wish;
  }
}
