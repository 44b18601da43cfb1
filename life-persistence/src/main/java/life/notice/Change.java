package life.notice;

import life.observe.Observation;

/**
 * A new version of an observation.
 *
 * @param turn what is new about it
 */
public record Change(Observation observation, Turn turn) {

  /** What a version of an observation adds to the one before. */
  public enum Turn {
    /** It is the first one. */
    BEGUN,
    /** It has become more severe. */
    GRAVER,
    /** It shows more, or more clearly. */
    GREW,
    /** It is over. */
    ENDED
  }
}
