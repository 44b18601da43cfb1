package life.journal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Facts that were once written can't be read back. The journal goes no further than this; it never
 * skips.
 */
public final class JournalDamaged extends JournalFailure {

  private static final long serialVersionUID = 1L;

  static final String RESTORE =
      "Stop the process, keep a copy of the directory as it is, and restore it from a backup.";

  private final transient Place place;
  private final String problem;
  private final String remedy;

  JournalDamaged(Place place, String problem, String remedy, @Nullable Throwable cause) {
    super("The journal is damaged (%s): %s %s".formatted(place, sentence(problem), remedy));
    initCause(cause);
    this.place = place;
    this.problem = problem;
    this.remedy = remedy;
  }

  /** Damage for which only a backup helps. */
  static JournalDamaged at(Place place, String problem) {
    return new JournalDamaged(place, problem, RESTORE, null);
  }

  static JournalDamaged told(Path directory, Exception cause) {
    String message = String.valueOf(cause.getMessage());
    return new JournalDamaged(Place.told(directory, message), message, RESTORE, cause);
  }

  JournalDamaged reading(String life, long seq) {
    return place.life().isPresent()
        ? this
        : new JournalDamaged(place.reading(life, seq), problem, remedy, this);
  }

  /** The place, as exactly as it is known. */
  public Place place() {
    return place;
  }

  public String problem() {
    return problem;
  }

  /** What a person can do about it, in words. */
  public String remedy() {
    return remedy;
  }

  private static String sentence(String problem) {
    return problem.endsWith(".") ? problem : problem + ".";
  }
}
