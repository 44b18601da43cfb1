package life.being;

/** What a life ended of. */
public enum CauseOfDeath {
  /** Energy ran out and wore the being away. */
  STARVATION,
  /** What happened to it destroyed it. */
  INJURY;

  /** Lower-case name, as it stands in facts and HTTP. */
  public String word() {
    return switch (this) {
      case STARVATION -> "starvation";
      case INJURY -> "injury";
    };
  }
}
