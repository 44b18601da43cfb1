package life.archive;

import life.being.LifeId;
import life.being.StateHash;
import life.chronicle.Verification.Outcome;
import life.chronicle.Verification.Tally;

/**
 * What a verification has shown.
 *
 * @param after the fact after which it began; 0 for the whole life
 * @param state hash of the state after the last fact that was right
 */
public record Verified(LifeId life, long after, Outcome outcome, Tally tally, StateHash state) {
  /** Whether every fact was what the laws make of the inputs. */
  public boolean isEqual() {
    return outcome instanceof Outcome.Equal;
  }
}
