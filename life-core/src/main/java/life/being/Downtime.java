package life.being;

/** Why a process was down, where that is known. */
public enum Downtime {
  /** It was replaced by one with other code, by somebody who works on Life. */
  DEV_RESTART;

  /** Lower-case name, as it stands in facts and HTTP. */
  public String word() {
    return switch (this) {
      case DEV_RESTART -> "dev-restart";
    };
  }
}
