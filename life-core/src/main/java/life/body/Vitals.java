package life.body;

/**
 * The vitals of a being at one moment.
 *
 * @param energy in [0, 100]
 * @param stability in [0, 1]
 * @param integrity in [0, 1]
 */
public record Vitals(double energy, double stability, double integrity) {
  /** All vitals at their ideal: how a being is born. */
  public static final Vitals FULL =
      new Vitals(Vital.ENERGY.full(), Vital.STABILITY.full(), Vital.INTEGRITY.full());

  public Vitals {
    Vital.ENERGY.check(energy);
    Vital.STABILITY.check(stability);
    Vital.INTEGRITY.check(integrity);
  }

  /** These vitals moved by {@code shift}, each kept within its range. */
  public Vitals shifted(Shift shift) {
    return new Vitals(
        Vital.ENERGY.clamp(energy + shift.energy()),
        Vital.STABILITY.clamp(stability + shift.stability()),
        Vital.INTEGRITY.clamp(integrity + shift.integrity()));
  }

  /** The value of one vital, in its own unit. */
  public double of(Vital vital) {
    return switch (vital) {
      case ENERGY -> energy;
      case STABILITY -> stability;
      case INTEGRITY -> integrity;
    };
  }
}
