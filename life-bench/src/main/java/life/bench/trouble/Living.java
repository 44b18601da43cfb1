package life.bench.trouble;

import java.util.List;
import life.being.Decider;
import life.being.Decision;
import life.being.Fact;
import life.being.LifeCommand;
import life.being.LifeCommand.Meet;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.being.Source;
import life.being.When;
import life.bench.trouble.Upset.Fate;

/**
 * The course of a life in which something may be otherwise: what {@link life.being.Course} is for
 * one in which nothing is, and fact by fact the same as long as that is so.
 */
final class Living {
  private static final long MOST_TICKS = 10_000;

  private final Witness witness;
  private SelfState state;

  Living(SelfState from, Witness witness) {
    this.state = from;
    this.witness = witness;
  }

  SelfState state() {
    return state;
  }

  Living born(LifeCommand.BeBorn birth) {
    take(new Decider(Upset.USUAL_LAWS), birth, Integer.MAX_VALUE);
    return this;
  }

  /** Lives until that tick, or death, with that upset. */
  Living until(long end, Upset upset) {
    var decider = new Decider(upset.laws());
    while (state instanceof Alive being && being.tick() < end) {
      long tick = next(being, Math.min(end, being.tick() + MOST_TICKS), upset);
      take(decider, new LifeCommand.Live(tick - being.tick()), Integer.MAX_VALUE);
      being
          .world()
          .draw(being.origin().seed(), tick)
          .ifPresent(drawn -> {
            var meet = new Meet(drawn, new When.AtTick(tick), Source.WORLD, null);
            take(decider, meet, admitted(upset.passage().at(tick)));
          });
      upset
          .more()
          .getOrDefault(tick, List.of())
          .forEach(meet -> take(decider, meet, Integer.MAX_VALUE));
    }
    return this;
  }

  private static long next(Alive being, long last, Upset upset) {
    long tick = being.tick() + 1;
    while (tick < last && !isEventful(being, tick, upset)) {
      tick++;
    }
    return tick;
  }

  private static boolean isEventful(Alive being, long tick, Upset upset) {
    return (being.world().isEventful(being.origin().seed(), tick)
            && upset.passage().at(tick) != Fate.NEVER_REACHED)
        || (!upset.more().isEmpty() && upset.more().containsKey(tick));
  }

  /** How many facts of a meeting happen; the first of them is that the stimulus reached it. */
  private static int admitted(Fate fate) {
    return switch (fate) {
      case MET -> Integer.MAX_VALUE;
      case NEVER_MET -> 1;
      case NEVER_REACHED -> 0;
    };
  }

  private void take(Decider decider, LifeCommand command, int most) {
    switch (decider.decide(state, command)) {
      case Decision.Happened happened ->
          happened.facts().stream().limit(most).forEach(this::happen);
      case Decision.Refused(var refusal) -> {
        if (state.isAlive()) {
          throw new IllegalStateException("a living being refused " + command + ": " + refusal);
        }
      }
    }
  }

  private void happen(Fact fact) {
    var before = state;
    state = Decider.evolve(before, fact);
    witness.see(before, fact, state);
  }
}
