package life.journal;

import java.util.Optional;
import life.being.LifeId;
import life.being.SelfState;

/** States on the way of a life that are kept, so that a reader need not begin at its birth. */
@FunctionalInterface
public interface Waypoints {
  /** None are kept. */
  Waypoints NONE = (_, _) -> Optional.empty();

  /** The kept state with the highest seq that is not above {@code seq}. */
  Optional<SelfState> before(LifeId id, long seq);
}
