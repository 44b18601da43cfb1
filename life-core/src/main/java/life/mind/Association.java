package life.mind;

import life.body.Bounds;

/**
 * What a being has learned to expect after a kind of stimulus: an associative strength after
 * Rescorla and Wagner (1972), {@code ΔV = αβ(λ − ΣV)}. All cues that are present share one error,
 * so an expected outcome teaches nothing: blocking and overshadowing follow.
 *
 * @param cue the kind of stimulus
 * @param strength V, in the units of the outcome
 */
public record Association(String cue, double strength) {
  /** Learning rate αβ. */
  public static final double RATE = 0.1;

  /** A cue that predicts nothing yet. */
  public static Association none(String cue) {
    return new Association(cue, 0);
  }

  /**
   * After one trial.
   *
   * @param rate αβ, in [0, 1]
   * @param outcome λ: what followed; 0 if nothing did
   * @param expected ΣV over all cues that were present
   */
  public Association learned(double rate, double outcome, double expected) {
    Bounds.within("learning rate", rate, 0, 1);
    return new Association(cue, strength + rate * (outcome - expected));
  }
}
