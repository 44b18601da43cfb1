package life.mind;

import life.body.Bounds;
import life.body.Canon;

/**
 * What a being has learned to expect after a kind of stimulus: an associative strength after
 * Rescorla and Wagner (in Black and Prokasy, "Classical Conditioning II", 1972), {@code ΔV = αβ(λ −
 * ΣV)}. All cues that are present together share one error, so an expected outcome teaches nothing:
 * blocking and overshadowing follow.
 *
 * @param cue the kind of stimulus
 * @param strength V: the rise of drive that it announces; below 0 a relief
 */
public record Association(String cue, double strength) {
  /** Strength from which on a being counts on what is announced. */
  public static final double COUNTED_ON = 0.5;

  /** No drive is greater, so nothing greater can follow. */
  private static final double MOST = 32;

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
    return new Association(cue, Bounds.clamp(strength + rate * (outcome - expected), -MOST, MOST));
  }

  void writeTo(Canon canon) {
    canon.text(cue).number(strength);
  }
}
