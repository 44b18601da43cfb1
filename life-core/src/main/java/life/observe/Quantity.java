package life.observe;

import java.util.Locale;

/** What of a being is watched as it flows. */
public enum Quantity {
  /** See {@link life.body.Vitals#energy()}. */
  ENERGY,
  /** See {@link life.body.Vitals#stability()}. */
  STABILITY,
  /** See {@link life.body.Vitals#integrity()}. */
  INTEGRITY,
  /** See {@link life.body.Drive}. */
  DRIVE,
  /** See {@link life.mind.Condition#arousal()}. */
  AROUSAL;

  /** Lower-case name, as it stands in documents. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
