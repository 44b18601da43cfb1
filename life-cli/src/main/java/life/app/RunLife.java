package life.app;

/** What {@code life run} does once its options are read. Returns the exit code. */
@FunctionalInterface
public interface RunLife {
  int run(Settings settings);
}
