package life.bench.trouble;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import life.being.Constitution;
import life.being.Fact;
import life.being.LifeCommand.Meet;
import life.being.Moment;
import life.being.SelfState.Alive;
import life.law.Laws;
import life.world.Stimulus;

/**
 * What is otherwise in a life for a while.
 *
 * @param begin the tick at which it begins
 * @param end the tick at which it is over, or, if it stays, at which it must have shown
 * @param healed the tick at which it is over; {@link Long#MAX_VALUE} if it stays
 * @param laws that the being lives under meanwhile
 * @param passage what becomes of what the world brings
 * @param more what comes beside it, by tick
 * @param words what exactly it is
 */
record Upset(
    long begin,
    long end,
    long healed,
    Constitution laws,
    Passage passage,
    Map<Long, List<Meet>> more,
    String words) {
  static final Constitution USUAL_LAWS = new Laws();

  /** Nothing is otherwise. */
  static final Upset NONE = of(0, Long.MAX_VALUE, "nothing is wrong");

  /** What becomes of what the world brings. */
  enum Fate {
    MET,
    NEVER_MET,
    NEVER_REACHED
  }

  /** Says what becomes of what the world brings at a tick. */
  @FunctionalInterface
  interface Passage {
    Fate at(long tick);
  }

  static Upset of(long begin, long end, String words) {
    return new Upset(begin, end, end, USUAL_LAWS, _ -> Fate.MET, Map.of(), words);
  }

  /** The same, but it is never over. */
  Upset staying() {
    return new Upset(begin, end, Long.MAX_VALUE, laws, passage, more, words);
  }

  Upset under(Constitution other) {
    return new Upset(begin, end, healed, other, passage, more, words);
  }

  Upset passing(Passage other) {
    return new Upset(begin, end, healed, laws, other, more, words);
  }

  Upset with(Map<Long, List<Meet>> others) {
    return new Upset(begin, end, healed, laws, passage, others, words);
  }

  /** The usual laws, for a being that they take for another one. */
  static Constitution mistaking(UnaryOperator<Alive> other) {
    return new Mistaken(other);
  }

  private record Mistaken(UnaryOperator<Alive> other) implements Constitution {
    @Override
    public long flow(Moment moment, long ticks, Alive being) {
      return USUAL_LAWS.flow(moment, ticks, other.apply(being));
    }

    @Override
    public Optional<Fact.Derived> turn(Alive being, Trigger trigger) {
      return USUAL_LAWS.turn(other.apply(being), trigger);
    }

    @Override
    public Fact.Met meet(Alive being, List<Long> causes, Stimulus stimulus) {
      return USUAL_LAWS.meet(other.apply(being), causes, stimulus);
    }
  }
}
