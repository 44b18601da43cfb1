package life.observe;

import life.being.Fact;
import life.being.SelfState.Alive;
import life.detect.Checkpoint;

/**
 * Something that is expected of a life, and shows a sign as long as it does not hold: a fold over
 * its facts.
 */
interface Expectation {
  /** Takes the next fact, which led a living being from one state to the other. */
  void next(Alive before, Fact fact, Alive after, Signs signs);

  /** Keeps its state, or takes back what was kept. */
  void keep(Checkpoint checkpoint);
}
