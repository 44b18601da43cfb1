package life.being;

import java.util.ArrayList;
import java.util.List;

/**
 * A fact of a life between the states around it.
 *
 * @param after what {@link Decider#evolve} makes of {@code before} and {@code fact}
 */
public record Step(SelfState before, Fact fact, SelfState after) {
  /** The steps of a life that had come to a state, and to which these facts happen. */
  public static List<Step> from(SelfState start, List<? extends Fact> facts) {
    var steps = new ArrayList<Step>(facts.size());
    var state = start;
    for (var fact : facts) {
      var after = Decider.evolve(state, fact);
      steps.add(new Step(state, fact, after));
      state = after;
    }
    return steps;
  }
}
