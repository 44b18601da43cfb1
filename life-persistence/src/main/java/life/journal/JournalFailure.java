package life.journal;

/** Why the journal could not do what was asked. The message says what happened and what to do. */
public abstract sealed class JournalFailure extends RuntimeException
    permits JournalDamaged, JournalUnavailable, NotAdmitted, OutOfSequence {

  private static final long serialVersionUID = 1L;

  JournalFailure(String message) {
    super(message);
  }
}
