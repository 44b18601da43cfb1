package life.archive;

/**
 * Hears how far long work has come, and may end it: whoever does the work tells it often, and stops
 * when it throws {@link Cancelled}.
 */
@FunctionalInterface
public interface Progress {
  /** Tells nobody. */
  Progress SILENT = (_, _) -> {};

  /** How many facts lie between two tellings. */
  int STEP = 1_000;

  /** So many facts are done of so many in all; all is 0 where it isn't known. */
  void at(long done, long all);

  /** Somebody wants no more of this work. Nothing of it is left behind. */
  final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Cancelled() {
      super("cancelled", null, false, false);
    }
  }
}
