package life.journal;

/** Wants to know of every group commit. Called on the committer's thread; must return at once. */
@FunctionalInterface
public interface CommitListener {
  /**
   * Facts became durable together, and their writers are about to be answered.
   *
   * @param facts how many, 1 or more
   * @param nanos how long it took to write and sync them
   */
  void committed(int facts, long nanos);
}
