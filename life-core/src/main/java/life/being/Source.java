package life.being;

/** Where a stimulus comes from. */
public enum Source {
  /** Drawn by the being's own world. */
  WORLD,
  /** Sent by somebody, over HTTP or the command line. */
  OUTSIDE;

  /** Lower-case name, as it stands in facts and HTTP. */
  public String word() {
    return switch (this) {
      case WORLD -> "world";
      case OUTSIDE -> "outside";
    };
  }
}
