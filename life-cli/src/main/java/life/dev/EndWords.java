package life.dev;

import java.util.Map;

/** How a child ended, in words. */
final class EndWords {
  /** With this code Java ends when it is told to do so on lack of memory. */
  private static final int OUT_OF_MEMORY = 3;

  private static final int BY_SIGNAL = 128;

  private static final Map<Integer, String> SIGNALS =
      Map.of(
          1, "SIGHUP", 2, "SIGINT", 6, "SIGABRT", 7, "SIGBUS", 9, "SIGKILL", 11, "SIGSEGV", 15,
          "SIGTERM");

  private EndWords() {}

  /** How it ended, from its exit code. */
  static String of(int exit) {
    if (exit == OUT_OF_MEMORY) {
      return "it ran out of memory (exit code 3)";
    }
    if (exit > BY_SIGNAL && SIGNALS.containsKey(exit - BY_SIGNAL)) {
      return "it was ended by " + SIGNALS.get(exit - BY_SIGNAL);
    }
    return "it ended with exit code " + exit;
  }
}
