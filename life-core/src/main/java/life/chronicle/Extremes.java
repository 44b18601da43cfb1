package life.chronicle;

/** The least and the greatest that each quantity was; NaN where there was none. */
public final class Extremes {
  private final float[] least;
  private final float[] greatest;

  /**
   * Of all quantities, in their order.
   *
   * @throws IllegalArgumentException unless there are as many values as quantities
   */
  public Extremes(float[] least, float[] greatest) {
    if (least.length != Quantity.COUNT || greatest.length != Quantity.COUNT) {
      throw new IllegalArgumentException("there are " + Quantity.COUNT + " quantities");
    }
    this.least = least.clone();
    this.greatest = greatest.clone();
  }

  /** The least that it was. */
  public float least(Quantity quantity) {
    return least[quantity.place()];
  }

  /** The greatest that it was. */
  public float greatest(Quantity quantity) {
    return greatest[quantity.place()];
  }
}
