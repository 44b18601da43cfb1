package life.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import life.being.Decider;
import life.being.Decision;
import life.being.Fact;
import life.being.LifeCommand;
import life.being.SelfState;
import life.being.StateHash;
import life.law.Laws;

/**
 * A being that meets the same as another one, but in one go and in memory: no journal, no process,
 * no interruption.
 */
final class Twin {
  private static final Decider DECIDER = new Decider(new Laws());

  private final List<Fact> facts = new ArrayList<>();
  private SelfState state = Decider.UNBORN;

  private Twin() {}

  /** The twin of a being with that past. */
  static Twin of(Past past) {
    var twin = new Twin();
    past.facts().forEach(twin::live);
    return twin;
  }

  /** The twin that never learns that the process was down. */
  static Twin uninterrupted(Past past) {
    var twin = new Twin();
    past.facts().stream().filter(fact -> !(fact instanceof Fact.Resumed)).forEach(twin::live);
    return twin;
  }

  List<Fact> facts() {
    return List.copyOf(facts);
  }

  StateHash hash() {
    return StateHash.of(state);
  }

  private void live(Fact fact) {
    if (fact instanceof Fact.Input input) {
      take(LifeCommand.of(input));
    }
  }

  private void take(LifeCommand command) {
    var decision = DECIDER.decide(state, command);
    assertThat(decision)
        .as("%s, at fact %d", command, state.seq())
        .isInstanceOf(Decision.Happened.class);
    for (var fact : ((Decision.Happened) decision).facts()) {
      facts.add(fact);
      state = Decider.evolve(state, fact);
    }
  }
}
