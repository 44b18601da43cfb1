package life.world;

import java.util.regex.Pattern;
import life.body.Bounds;

/**
 * Something from the environment that reaches a life.
 *
 * @param kind the name of its kind, such as {@code shock}: {@code [a-z][a-z0-9-]{0,31}}
 * @param intensity in [0, 1]
 */
public record Stimulus(String kind, double intensity) {
  private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  public Stimulus {
    requireKind(kind);
    Bounds.within("intensity", intensity, 0, 1);
  }

  static void requireKind(String kind) {
    if (!KIND.matcher(kind).matches()) {
      throw new IllegalArgumentException(
          "kind must be a name such as 'shock' (" + KIND.pattern() + "), but was '" + kind + "'");
    }
  }
}
