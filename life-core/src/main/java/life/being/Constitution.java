package life.being;

import java.util.Optional;

/** The laws in force, as a {@link Decider} needs them: flows act at every tick, turns answer. */
public interface Constitution {
  /**
   * Lets quiet ticks pass. Stops after a tick that calls for a turn.
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
   * @param cause the fact after which this is asked; its number is the being's seq
   */
  Optional<Fact.Derived> turn(SelfState.Alive being, Fact cause);
}
