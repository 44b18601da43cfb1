package life.archive;

/** These bytes are not a life as it was exported. */
public final class LifeFileDamaged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LifeFileDamaged(String words) {
    super(words, null, false, false);
  }

  /** What is wrong, and where. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
