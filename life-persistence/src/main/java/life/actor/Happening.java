package life.actor;

import java.util.List;
import life.being.Fact;
import life.being.LifeId;
import life.being.SelfState;
import life.being.Step;

/**
 * Facts that have become durable, as published on the event stream.
 *
 * @param id whose they are
 * @param steps one or more, in order, each going on from the one before
 */
public record Happening(LifeId id, List<Step> steps) {
  public Happening {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a happening has one fact or more");
    }
  }

  /** The state before the first fact. */
  public SelfState before() {
    return steps.getFirst().before();
  }

  /** The state after the last fact. */
  public SelfState after() {
    return steps.getLast().after();
  }

  /** The facts, in order. */
  public List<Fact> facts() {
    return steps.stream().map(Step::fact).toList();
  }
}
