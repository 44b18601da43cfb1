package life.cli;

/** What is to be tidied up when Ctrl-C or SIGTERM ends the process while something is under way. */
final class OnInterrupt implements AutoCloseable {
  private final Thread hook;

  OnInterrupt(Runnable tidy) {
    hook = new Thread(tidy, "tidying up");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** It is over; there is nothing to tidy up any more. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // The process is ending and the hook does its work.
    }
  }
}
