package life.being;

import java.util.List;
import java.util.Optional;
import life.world.Stimulus;

/**
 * The laws in force, as a {@link Decider} needs them: flows act at every tick, turns answer what
 * happened, and a stimulus is met.
 */
public interface Constitution {
  /**
   * Lets quiet ticks pass. Stops after a tick that may call for a turn.
   *
   * @param moment changed in place
   * @param ticks how many at most, 1 or more
   * @param being the being as it was before; its own condition is not looked at
   * @return how many passed, in [1, ticks]
   */
  long flow(Moment moment, long ticks, SelfState.Alive being);

  /**
   * The next thing that follows for a being in this state, if anything does.
   *
   * @param trigger what led here: the time that passed, or the stimulus that was met
   */
  Optional<Fact.Derived> turn(SelfState.Alive being, Trigger trigger);

  /**
   * What a being makes of a stimulus now.
   *
   * @param causes the facts with which it came
   */
  Fact.Met meet(SelfState.Alive being, List<Long> causes, Stimulus stimulus);

  /**
   * A fact that others follow from.
   *
   * @param seq its number
   */
  record Trigger(Fact fact, long seq) {}
}
