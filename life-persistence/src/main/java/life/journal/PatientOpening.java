package life.journal;

import org.rocksdb.RocksDB;

/**
 * Opens a journal for reading beside a writer that replaces files meanwhile. A file that was gone
 * just then looks like damage, but not like the same damage twice.
 */
final class PatientOpening {

  private static final int TRIES = 20;
  private static final long PAUSE_MILLIS = 50;

  private PatientOpening() {}

  /**
   * @throws JournalFailure that came twice in a row, and so is no accident
   * @throws JournalUnavailable when the journal changes too quickly to be opened
   */
  static RocksDB of(Opening opening) {
    String before = "";
    for (int tries = 0; tries < TRIES; tries++) {
      try {
        return opening.forReading();
      } catch (JournalFailure e) {
        String why = String.valueOf(e.getMessage());
        if (why.equals(before)) {
          throw e;
        }
        before = why;
        pause();
      }
    }
    throw new JournalUnavailable(
        "The journal changes too quickly to be looked at beside its writer. Try again when less is going on, or look at"
            + " a copy. (%s)".formatted(before));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JournalUnavailable("The journal was not opened: this thread is to end.", e);
    }
  }
}
