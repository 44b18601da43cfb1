package life.body;

/**
 * A change of the vitals, bounded by their ranges.
 *
 * @param energy in [-100, 100]
 * @param stability in [-1, 1]
 * @param integrity in [-1, 1]
 */
public record Shift(double energy, double stability, double integrity) {
  /** No change at all. */
  public static final Shift NONE = new Shift(0, 0, 0);

  public Shift {
    Bounds.within("shift of energy", energy, -100, 100);
    Bounds.within("shift of stability", stability, -1, 1);
    Bounds.within("shift of integrity", integrity, -1, 1);
  }

  /** This change scaled by {@code factor}, each part kept within its bounds. */
  public Shift times(double factor) {
    return new Shift(
        Bounds.clamp(energy * factor, -100, 100),
        Bounds.clamp(stability * factor, -1, 1),
        Bounds.clamp(integrity * factor, -1, 1));
  }

  /** Whether it takes more than it gives, each vital counted in shares of its range. */
  public boolean isHarmful() {
    return energy / 100 + stability + integrity < 0;
  }

  /** Whether it changes nothing. */
  public boolean isNone() {
    return energy == 0 && stability == 0 && integrity == 0;
  }
}
