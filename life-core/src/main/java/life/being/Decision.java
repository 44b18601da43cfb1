package life.being;

import java.util.List;

/** What a life makes of a command. */
public sealed interface Decision {
  /**
   * It happened.
   *
   * @param steps each going on from the one before; none at all means that nothing changed
   */
  record Happened(List<Step> steps) implements Decision {
    public Happened {
      steps = List.copyOf(steps);
    }

    /** What happened, in order. */
    public List<Fact> facts() {
      return steps.stream().map(Step::fact).toList();
    }
  }

  /** It did not. */
  record Refused(Refusal refusal) implements Decision {}
}
