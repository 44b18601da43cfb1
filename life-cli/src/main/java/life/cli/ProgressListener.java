package life.cli;

/** Hears how far a work is. May be called often; it says little. */
@FunctionalInterface
public interface ProgressListener {

  /**
   * It is so far.
   *
   * @param done so many are done
   * @param all of so many; 0 if that is not known
   */
  void at(long done, long all);
}
