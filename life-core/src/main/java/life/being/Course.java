package life.being;

import java.util.function.Consumer;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.being.SelfState.Unborn;

/**
 * The course of a life in its world without a process around it: time passes, what the world brings
 * is met at its tick, and every fact is handed on. As quick as the laws are, and the same to the
 * last bit as the life that the program would lead.
 */
public final class Course {
  private static final long MOST_TICKS = 10_000;

  private final Decider decider;
  private final Consumer<Fact> each;
  private SelfState state;

  /**
   * Goes on from a state.
   *
   * @param each gets every fact from here on
   */
  public Course(Decider decider, SelfState from, Consumer<Fact> each) {
    this.decider = decider;
    this.each = each;
    this.state = from;
  }

  /** Lives until that tick, or death. */
  public Course until(long end) {
    while (state instanceof Alive being && being.tick() < end) {
      long seed = being.origin().seed();
      long last = Math.min(end, being.tick() + MOST_TICKS);
      long tick = being.tick() + 1;
      while (tick < last && !being.world().isEventful(seed, tick)) {
        tick++;
      }
      take(new LifeCommand.Live(tick - being.tick()));
      var when = new When.AtTick(tick);
      being
          .world()
          .draw(seed, tick)
          .ifPresent(drawn -> take(new LifeCommand.Meet(drawn, when, Source.WORLD, null)));
    }
    return this;
  }

  /**
   * Gives the life a command.
   *
   * @return what came of it
   */
  public Decision take(LifeCommand command) {
    var decision = decider.decide(state, command);
    if (decision instanceof Decision.Happened(var steps)) {
      for (var step : steps) {
        state = step.after();
        each.accept(step.fact());
      }
    }
    return decision;
  }

  /** Where the life stands. */
  public SelfState state() {
    return state;
  }

  /**
   * The last living state.
   *
   * @throws IllegalStateException before birth
   */
  public Alive last() {
    return switch (state) {
      case Alive alive -> alive;
      case Dead dead -> dead.last();
      case Unborn _ -> throw new IllegalStateException("it is not born yet");
    };
  }
}
