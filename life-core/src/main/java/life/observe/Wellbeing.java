package life.observe;

import java.util.Locale;

/** How a being is doing, from the best to the worst. */
public enum Wellbeing {
  /** Nothing is wanting, and nothing troubles it. */
  THRIVING,
  /** It lives as it should. */
  WELL,
  /** Something is wanting, or something troubles it. */
  UNEASY,
  /** Much is wanting, or several things trouble it. */
  STRUGGLING,
  /** It is degrading, and may die. */
  FAILING,
  /** It is no more. */
  DEAD;

  /** Lower-case name, as it stands in documents. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** So many steps worse, but never failing: that is said by its phase alone. */
  Wellbeing worse(int steps) {
    int at = 0;
    for (var each : values()) {
      if (compareTo(each) > 0) {
        at++;
      }
    }
    return compareTo(STRUGGLING) >= 0 ? this : values()[Math.min(3, at + steps)];
  }
}
