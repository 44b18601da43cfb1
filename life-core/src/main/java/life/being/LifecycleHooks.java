package life.being;

import life.being.SelfState.Alive;
import life.being.SelfState.Dead;

/**
 * What somebody wants to do when a life turns. Found by {@link java.util.ServiceLoader}. A hook is
 * called after the fact is durable, never during replay, with the immutable state right after that
 * fact; it can't change the life, and if it fails, nobody is harmed.
 */
public interface LifecycleHooks {
  /** The life began. */
  default void onBirth(Alive being) {}

  /**
   * Time passed.
   *
   * @param ticks how many, 1 or more
   */
  default void onTick(Alive being, long ticks) {}

  /** The being weakened so far that it may die. */
  default void onDegrade(Alive being) {}

  /** The being lives well again. */
  default void onRecover(Alive being) {}

  /** The life ended. */
  default void onDeath(Dead being) {}
}
