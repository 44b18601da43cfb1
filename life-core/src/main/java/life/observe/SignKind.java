package life.observe;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be unusual. */
public enum SignKind {
  /** It has been awake for far too long, or sleeps far less than it needs. */
  LOST_SLEEP(Severity.WARNING),
  /** A vital does not move though it should. */
  STUCK_VITAL(Severity.ALARM),
  /** More or less time was felt than its inner clock allows. */
  AGE_OUT_OF_STEP(Severity.WARNING),
  /** It stays weak although it gets help. */
  NO_RECOVERY(Severity.ALARM),
  /** What followed contradicts what was learned. */
  CONTRADICTION(Severity.NOTICE),
  /** One kind of stimulus comes far too often. */
  FLOOD(Severity.WARNING),
  /** Nothing comes. */
  SILENCE(Severity.WARNING),
  /** A stimulus came that the world did not bring: twice, or out of nowhere. */
  UNCALLED_STIMULUS(Severity.WARNING),
  /** A stimulus that was to come did not. */
  MISSING_STIMULUS(Severity.WARNING),
  /** Sleep does not take over what happened. */
  NO_CONSOLIDATION(Severity.WARNING),
  /** Something in it runs faster or slower than it always did. */
  CHANGED_RATE(Severity.WARNING),
  /** A course of values that was never, or hardly ever, seen in this being. */
  SURPRISE(Severity.NOTICE),
  /** A value that moves away from what is usual, slowly. */
  DRIFT(Severity.NOTICE),
  /** A chain of events that is rare for this being. */
  RARE_SEQUENCE(Severity.NOTICE);

  private final Severity severity;

  SignKind(Severity severity) {
    this.severity = severity;
  }

  /** How much it matters by itself. */
  public Severity severity() {
    return severity;
  }

  /** Lower-case name, as it stands in HTTP, in the log and on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of that name, in lower case. */
  public static Optional<SignKind> named(String word) {
    return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
