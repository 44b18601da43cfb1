package life.actor;

import java.util.List;
import life.being.LifeId;
import life.notice.Change;
import life.observe.Observation;

/**
 * What the monitor has noticed, as published on the event stream. It is in the archive already.
 *
 * @param id in whose life
 * @param tickSeconds how long a tick of that life is
 * @param changes one or more, in the order of their versions
 */
public record Noticed(LifeId id, double tickSeconds, List<Change> changes) {
  public Noticed {
    changes = List.copyOf(changes);
  }

  /** The new versions. */
  public List<Observation> observations() {
    return changes.stream().map(Change::observation).toList();
  }
}
