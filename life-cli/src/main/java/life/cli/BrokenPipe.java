package life.cli;

/** The reader of our output has seen enough, as in {@code life show ada | head}. Not an error. */
final class BrokenPipe extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenPipe(Throwable cause) {
    super("broken pipe", cause, false, false);
  }
}
