package life.world;

import java.util.Locale;

/** What a kind of stimulus is about. Kinds of one family remind of each other. */
public enum Family {
  /** Light, noise, food, blows, weariness. */
  BODILY,
  /** Others, and being without them. */
  SOCIAL,
  /** Understanding, and the lack of it. */
  COGNITIVE,
  /** What a life is about. */
  EXISTENTIAL,
  /** Feelings that come by themselves. */
  AFFECTIVE,
  /** What a being brings to itself: echoes of its memory. */
  INNER;

  /** Lower-case name, as it stands in world files, facts and HTTP. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
