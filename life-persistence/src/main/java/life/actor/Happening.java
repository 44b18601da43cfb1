package life.actor;

import java.util.List;
import life.being.Fact;
import life.being.LifeId;
import life.being.SelfState;

/**
 * Facts that have become durable, as published on the event stream.
 *
 * @param id whose they are
 * @param before the state before the first of them
 * @param facts one or more, in order
 * @param after the state after the last of them
 */
public record Happening(LifeId id, SelfState before, List<Fact> facts, SelfState after) {
  public Happening {
    facts = List.copyOf(facts);
  }
}
