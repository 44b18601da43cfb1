package life.being;

/** Where a life stands in its lifecycle: {@code INIT → ALIVE ⇄ DEGRADING → DEAD}. */
public enum Phase {
  /** Not born yet. */
  INIT,
  /** Living well. */
  ALIVE,
  /** Living, but a vital is so low that it may end. */
  DEGRADING,
  /** Over, for ever. */
  DEAD;

  /** Whether the lifecycle leads from this phase to {@code next} in one step. */
  public boolean leadsTo(Phase next) {
    return switch (this) {
      case INIT -> next == ALIVE;
      case ALIVE -> next == DEGRADING || next == DEAD;
      case DEGRADING -> next == ALIVE || next == DEAD;
      case DEAD -> false;
    };
  }

  /** Whether a being in this phase lives. */
  public boolean isLiving() {
    return this == ALIVE || this == DEGRADING;
  }
}
