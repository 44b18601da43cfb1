package life.being;

import java.util.List;

/** What a life makes of a command. */
public sealed interface Decision {
  /** It happened; no facts at all means that nothing changed. */
  record Happened(List<Fact> facts) implements Decision {
    public Happened {
      facts = List.copyOf(facts);
    }
  }

  /** It did not. */
  record Refused(Refusal refusal) implements Decision {}
}
