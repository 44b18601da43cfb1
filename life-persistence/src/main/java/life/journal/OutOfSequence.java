package life.journal;

/**
 * A write was refused because it does not continue its life: another writer was there first, or
 * facts are missing.
 */
public final class OutOfSequence extends JournalFailure {

  private static final long serialVersionUID = 1L;

  private final String life;
  private final long expectedSeq;
  private final long givenSeq;

  OutOfSequence(String life, long expectedSeq, long givenSeq) {
    super(
        "Life %s expects fact %d next, but %d was given. Nothing was written; is a second writer at work on this life?"
            .formatted(life, expectedSeq, givenSeq));
    this.life = life;
    this.expectedSeq = expectedSeq;
    this.givenSeq = givenSeq;
  }

  public String life() {
    return life;
  }

  public long expectedSeq() {
    return expectedSeq;
  }

  public long givenSeq() {
    return givenSeq;
  }
}
