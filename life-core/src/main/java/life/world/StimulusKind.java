package life.world;

import life.body.Bounds;
import life.body.Shift;

/**
 * A kind of stimulus: how often the world brings it and what it does at full intensity.
 *
 * @param name such as {@code shock}
 * @param weight how often it is drawn, relative to the other kinds; 0 means never by itself
 * @param low least drawn intensity, in [0, 1]
 * @param high greatest drawn intensity, in [low, 1]
 * @param impact change of the vitals at intensity 1
 * @param significance how much it matters at intensity 1, in [0, 1]
 */
public record StimulusKind(
    String name, double weight, double low, double high, Shift impact, double significance) {
  public StimulusKind {
    Stimulus.requireKind(name);
    Bounds.within("weight of " + name, weight, 0, 1e6);
    Bounds.within("lowest intensity of " + name, low, 0, 1);
    Bounds.within("highest intensity of " + name, high, low, 1);
    Bounds.within("significance of " + name, significance, 0, 1);
  }

  /**
   * A kind that the world no longer has: a stimulus of it, promised while it was known, is met and
   * means nothing.
   */
  public static StimulusKind forgotten(String name) {
    return new StimulusKind(name, 0, 0, 1, Shift.NONE, 0);
  }
}
