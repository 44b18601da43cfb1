package life.bench.trouble;

import java.util.List;
import life.being.Fact;
import life.being.SelfState;
import life.observe.Observation;

/** Watches one life, such as {@link life.observe.SemanticMonitor#next}; made anew for each life. */
@FunctionalInterface
public interface Watcher {
  /**
   * Takes the next fact of the life, which led from one state to the other.
   *
   * @return new versions of what it noticed
   */
  List<Observation> next(SelfState before, Fact fact, SelfState after);
}
