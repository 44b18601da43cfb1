package life.world;

import life.body.Bounds;
import life.body.Canon;
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
 * @param family what it is about
 */
public record StimulusKind(
    String name,
    double weight,
    double low,
    double high,
    Shift impact,
    double significance,
    Family family) {
  /** Greatest weight. */
  static final double MOST_WEIGHT = 1e6;

  /** What a being meets when nothing comes for long; a world may have it. */
  public static final String SILENCE = "silence";

  /** What a being meets when it remembers by itself; a world may have it. */
  public static final String MEMORY_ECHO = "memory-echo";

  public StimulusKind {
    Stimulus.requireKind(name);
    Bounds.within("weight of " + name, weight, 0, MOST_WEIGHT);
    Bounds.within("lowest intensity of " + name, low, 0, 1);
    Bounds.within("highest intensity of " + name, high, low, 1);
    Bounds.within("significance of " + name, significance, 0, 1);
  }

  /**
   * A kind that the world no longer has: a stimulus of it, promised while it was known, is met and
   * means nothing.
   */
  public static StimulusKind forgotten(String name) {
    return new StimulusKind(name, 0, 0, 1, Shift.NONE, 0, Family.INNER);
  }

  /** This kind with the opposite impact. */
  public StimulusKind reversed() {
    return new StimulusKind(name, weight, low, high, impact.times(-1), significance, family);
  }

  StimulusKind withWeight(double other) {
    return new StimulusKind(name, other, low, high, impact, significance, family);
  }

  void writeTo(Canon canon) {
    canon.text(name).number(weight).number(low).number(high);
    canon.number(impact.energy()).number(impact.stability()).number(impact.integrity());
    canon.number(significance).text(family.word());
  }
}
