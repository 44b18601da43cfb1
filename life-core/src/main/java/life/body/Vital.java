package life.body;

/** A quantity that a being must keep up to live, with its range; full is the ideal. */
public enum Vital {
  /** What living uses up; in percent. */
  ENERGY(100),
  /** How well the inner order holds; a share of 1. */
  STABILITY(1),
  /** How whole the being is; a share of 1. At 0 a mortal being dies. */
  INTEGRITY(1);

  private final double full;

  Vital(double full) {
    this.full = full;
  }

  /** The upper end of the range, in the vital's own unit; the lower end is 0. */
  public double full() {
    return full;
  }

  /** Lower-case name, as it stands in facts, settings and HTTP. */
  public String word() {
    return switch (this) {
      case ENERGY -> "energy";
      case STABILITY -> "stability";
      case INTEGRITY -> "integrity";
    };
  }

  double check(double value) {
    return Bounds.within(word(), value, 0, full);
  }

  double clamp(double value) {
    return Bounds.clamp(value, 0, full);
  }
}
