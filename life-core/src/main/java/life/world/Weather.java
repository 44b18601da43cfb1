package life.world;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How rough a world is: how much happens, and how much of it harms. */
public enum Weather {
  /** Less happens, and less of it harms. */
  CALM(0.9, 0.8),
  /** As the world's file says. */
  NORMAL(1, 1),
  /** Much happens. */
  ACTIVE(1.1, 1.1),
  /** Much happens, and more of it harms. */
  STORM(1.3, 1.25);

  private final double activity;
  private final double harm;

  Weather(double activity, double harm) {
    this.activity = activity;
    this.harm = harm;
  }

  /** Lower-case name, as it stands in settings, facts and HTTP. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The weather of that name, in lower case. */
  public static Optional<Weather> named(String word) {
    return Stream.of(values()).filter(weather -> weather.word().equals(word)).findFirst();
  }

  double activity(double usual) {
    return Math.min(1, usual * activity);
  }

  double weight(StimulusKind kind) {
    return kind.impact().isHarmful()
        ? Math.min(StimulusKind.MOST_WEIGHT, kind.weight() * harm)
        : kind.weight();
  }
}
