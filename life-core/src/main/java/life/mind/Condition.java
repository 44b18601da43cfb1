package life.mind;

import life.body.Bounds;
import life.body.Canon;
import life.body.Vitals;

/**
 * All that flows in a being from tick to tick: its vitals, how stirred it is, the time it felt, and
 * how much it needs sleep.
 *
 * @param vitals see {@link Vitals}
 * @param arousal smoothed intensity of what happened lately, in [0, 1]
 * @param felt subjective age in felt seconds, 0 or more; never decreases
 * @param pressure sleep pressure H of the {@link SleepCycle}, in [0, 1]
 */
public record Condition(Vitals vitals, double arousal, double felt, double pressure) {
  /** How much of a stimulus' intensity goes into arousal at once. */
  private static final double SMOOTHING = 0.3;

  /** The condition at birth: rested. */
  public static final Condition NEWBORN = new Condition(Vitals.FULL, 0, 0, 0.17);

  public Condition {
    Bounds.within("arousal", arousal, 0, 1);
    Bounds.within("felt seconds", felt, 0, Double.MAX_VALUE);
    Bounds.within("sleep pressure", pressure, 0, 1);
  }

  /** The condition after a stimulus of that intensity was met with that meaning. */
  public Condition stirred(double intensity, Meaning meaning) {
    return switch (meaning.response()) {
      case IGNORE -> this;
      case ABSORB, DAMPEN, AMPLIFY ->
          new Condition(
              vitals.shifted(meaning.impact()),
              arousal + SMOOTHING * (intensity - arousal),
              felt,
              pressure);
    };
  }

  /** Writes the canonical form. */
  public void writeTo(Canon canon) {
    canon.number(vitals.energy()).number(vitals.stability()).number(vitals.integrity());
    canon.number(arousal).number(felt).number(pressure);
  }
}
