package life.chronicle;

import life.mind.Condition;

/** A quantity whose course a chart shows. */
public enum Quantity {
  /** In [0, 100]. */
  ENERGY(0, "energy"),
  /** In [0, 1]. */
  STABILITY(1, "stability"),
  /** In [0, 1]. */
  INTEGRITY(2, "integrity"),
  /** See {@link life.body.Drive}. */
  DRIVE(3, "drive"),
  /** In [0, 1]. */
  AROUSAL(4, "arousal"),
  /** Sleep pressure, in [0, 1]. */
  PRESSURE(5, "pressure"),
  /** Felt seconds in a physical second. */
  RATE(6, "rate");

  /** How many there are. */
  static final int COUNT = values().length;

  private final int place;
  private final String word;

  Quantity(int place, String word) {
    this.place = place;
    this.word = word;
  }

  /** Where it stands among all, from 0; that never changes. */
  public int place() {
    return place;
  }

  /** Its name over HTTP. */
  public String word() {
    return word;
  }

  /**
   * Puts the values of all quantities but the rate, of which a condition tells nothing.
   *
   * @param drive of its vitals
   */
  static void put(Condition condition, double drive, float[] values) {
    values[ENERGY.place] = (float) condition.vitals().energy();
    values[STABILITY.place] = (float) condition.vitals().stability();
    values[INTEGRITY.place] = (float) condition.vitals().integrity();
    values[DRIVE.place] = (float) drive;
    values[AROUSAL.place] = (float) condition.arousal();
    values[PRESSURE.place] = (float) condition.pressure();
  }
}
