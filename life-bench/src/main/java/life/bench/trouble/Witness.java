package life.bench.trouble;

import life.being.Fact;
import life.being.SelfState;

/** Sees a life go by, fact by fact. */
@FunctionalInterface
public interface Witness {
  /** The next fact, with the states before and after it. */
  void see(SelfState before, Fact fact, SelfState after);
}
