package life.archive;

/** The life has no such moment: not yet, or no more. */
public final class NoSuchMoment extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoSuchMoment(String message) {
    super(message, null, false, false);
  }

  /** What there is instead. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
