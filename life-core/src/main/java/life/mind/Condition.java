package life.mind;

import life.body.Bounds;
import life.body.Vitals;
import life.world.Stimulus;

/**
 * All that flows in a being from tick to tick: its vitals, how stirred it is, and the time it felt.
 *
 * @param vitals see {@link Vitals}
 * @param arousal smoothed intensity of what happened lately, in [0, 1]
 * @param felt subjective age in felt seconds, 0 or more; never decreases
 */
public record Condition(Vitals vitals, double arousal, double felt) {
  /** How much of a stimulus' intensity goes into arousal at once. */
  private static final double SMOOTHING = 0.3;

  /** The condition at birth. */
  public static final Condition NEWBORN = new Condition(Vitals.FULL, 0, 0);

  public Condition {
    Bounds.within("arousal", arousal, 0, 1);
    Bounds.within("felt seconds", felt, 0, Double.MAX_VALUE);
  }

  /** The condition after a stimulus was met with that meaning. */
  public Condition stirred(Stimulus stimulus, Meaning meaning) {
    return switch (meaning.response()) {
      case IGNORE -> this;
      case ABSORB, DAMPEN, AMPLIFY ->
          new Condition(
              vitals.shifted(meaning.impact()),
              arousal + SMOOTHING * (stimulus.intensity() - arousal),
              felt);
    };
  }
}
