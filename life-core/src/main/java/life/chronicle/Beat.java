package life.chronicle;

import life.being.Fact;
import life.being.Phase;
import life.world.Stimulus;
import org.jspecify.annotations.Nullable;

/**
 * A fact, as far as a chart is concerned.
 *
 * @param met what was met with it; null if nothing was
 * @param after how the life was after it
 */
public record Beat(@Nullable Stimulus met, Pulse after) {
  /** What the next fact is to a chart. */
  public static Beat of(Pulse before, Fact fact) {
    return new Beat(
        fact instanceof Fact.Met met && before.phase() != Phase.DEAD ? met.stimulus() : null,
        before.after(fact));
  }
}
