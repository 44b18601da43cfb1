package life.observe;

import java.util.Locale;

/** How a being feels, by its drive: how far it is from where it should be. */
public enum Mood {
  /** It needs nothing. */
  SERENE(0.7),
  /** It needs little. */
  CONTENT(2.5),
  /** It begins to feel need. */
  RESTLESS(5),
  /** Need is on its mind. */
  UNEASY(8.5),
  /** Need is all it knows. */
  TROUBLED(14),
  /** It can't bear much more. */
  DESPERATE(Double.POSITIVE_INFINITY);

  private final double below;

  Mood(double below) {
    this.below = below;
  }

  /** The mood of that drive. */
  public static Mood of(double drive) {
    for (var mood : values()) {
      if (drive < mood.below) {
        return mood;
      }
    }
    return DESPERATE;
  }

  /** Lower-case name. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
