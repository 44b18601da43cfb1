package life.cli;

/**
 * How a command ended, as the shell sees it. The numbers are a promise to scripts: never renumber
 * them.
 */
public enum Exit {
  DONE(0, "done"),
  FAILED(1, "failed"),
  WRONG_USAGE(2, "wrong usage"),
  NO_SUCH_LIFE(3, "no such life"),
  DEAD(4, "the life is dead where that matters"),
  UNREACHABLE(5, "server not reachable"),
  DAMAGED(6, "verification failed or journal damaged");

  private final int code;
  private final String meaning;

  Exit(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  public int code() {
    return code;
  }

  String meaning() {
    return meaning;
  }
}
