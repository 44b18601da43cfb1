package life.observe;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How a being is doing, in words.
 *
 * @param wellbeing in one word
 * @param asleep whether it sleeps
 * @param reasons for that word, the weightiest first; one or more
 * @param mood how it feels, and whether that changes
 * @param occupation what it is occupied with
 */
public record Interpretation(
    Wellbeing wellbeing,
    boolean asleep,
    List<Statement> reasons,
    Statement mood,
    Statement occupation) {
  public Interpretation {
    reasons = List.copyOf(reasons);
  }

  /** The condition with its reasons: {@code struggling: energy has fallen for six hours, …}. */
  public String sentence() {
    return wellbeing.word()
        + (asleep ? " and asleep" : "")
        + ": "
        + reasons.stream().map(Statement::words).collect(Collectors.joining(", "));
  }
}
