package life.mind;

/** How a being takes a stimulus. */
public enum Response {
  /** Too slight to matter: nothing changes. */
  IGNORE(0),
  /** Taken as it is. */
  ABSORB(1),
  /** Softened by a being that is sound. */
  DAMPEN(0.6),
  /** Felt more by a being that is weak. */
  AMPLIFY(1.5);

  private final double factor;

  Response(double factor) {
    this.factor = factor;
  }

  /** By what the impact of the stimulus is multiplied. */
  public double factor() {
    return factor;
  }

  /** Lower-case name, as it stands in facts and HTTP. */
  public String word() {
    return switch (this) {
      case IGNORE -> "ignore";
      case ABSORB -> "absorb";
      case DAMPEN -> "dampen";
      case AMPLIFY -> "amplify";
    };
  }
}
