package life.journal;

/** A staged life could not get its name. Nothing was changed. */
public final class NotAdmitted extends JournalFailure {

  private static final long serialVersionUID = 1L;

  /** Why not. */
  public enum Reason {
    /** There is a life of that name. */
    NAME_TAKEN,
    /** No fact stands under the staged name: none came, or they were discarded. */
    NOTHING_STAGED
  }

  private final String life;
  private final Reason reason;

  private NotAdmitted(String life, Reason reason, String message) {
    super(message);
    this.life = life;
    this.reason = reason;
  }

  static NotAdmitted nameTaken(String life) {
    return new NotAdmitted(
        life,
        Reason.NAME_TAKEN,
        "There is a life of the name %s already, and it stays as it was. Choose another name."
            .formatted(life));
  }

  static NotAdmitted nothingStaged(String life) {
    return new NotAdmitted(
        life,
        Reason.NOTHING_STAGED,
        "No fact of %s has arrived, or the arrival was interrupted and what had come was discarded. Begin it again."
            .formatted(life));
  }

  public String life() {
    return life;
  }

  public Reason reason() {
    return reason;
  }
}
