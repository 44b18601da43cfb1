package life.law;

import java.util.List;
import java.util.Optional;
import life.being.Constitution;
import life.being.Fact;
import life.being.Moment;
import life.being.SelfState.Alive;
import life.mind.Pacemaker;
import life.world.Stimulus;

/** The laws of life, version 2. */
public record Laws() implements Constitution {
  /** The version that a being born now lives under. */
  public static final int VERSION = 2;

  /** The laws of that version, if this program still has them. */
  public static Optional<Constitution> of(int version) {
    return version == VERSION ? Optional.of(new Laws()) : Optional.empty();
  }

  /** All that answers, in this order. */
  private static final List<Turn> TURNS =
      List.of(
          new LifePolicy(),
          new Sleeping(),
          new Consolidation(),
          new Learning(),
          new Recall(),
          new Echo(),
          new Silence(),
          new Adaptation());

  /** All that flows, in this order, at every tick. */
  private static void tick(Moment m, Rates rates) {
    Metabolism.flow(m, rates);
    Calming.flow(m, rates);
    Weakness.flow(m, rates);
    Healing.flow(m, rates);
    Sleeping.flow(m, rates);
    FeltTime.flow(m, rates);
  }

  @Override
  public long flow(Moment m, long ticks, Alive being) {
    long start = being.tick();
    long end = Math.min(start + ticks, due(being));
    long look = Sleeping.ticksBetweenLooks(being.origin().laws());
    long now = start;
    while (now < end) {
      var rates = Rates.of(being, now);
      long epoch = Math.min(end, next(now, Pacemaker.EPOCH_TICKS));
      while (now < epoch) {
        long until = Math.min(epoch, next(now, look));
        long passed = flow(m, until - now, being, rates);
        boolean phaseTurns = now + passed < until || LifePolicy.turns(m, being);
        now += passed;
        if (phaseTurns || (now % look == 0 && Sleeping.turns(m.pressure, m.arousal, now, being))) {
          return now - start;
        }
      }
    }
    return now - start;
  }

  /** Ticks without any look at the clock; stops after one that calls for another phase. */
  private static long flow(Moment m, long ticks, Alive being, Rates rates) {
    for (long passed = 1; passed <= ticks; passed++) {
      tick(m, rates);
      if (LifePolicy.turns(m, being)) {
        return passed;
      }
    }
    return ticks;
  }

  private static long next(long now, long step) {
    return (now / step + 1) * step;
  }

  private static long due(Alive being) {
    long due = Turn.NEVER;
    for (var law : TURNS) {
      due = Math.min(due, law.due(being));
    }
    return due;
  }

  @Override
  public Optional<Fact.Derived> turn(Alive being, Trigger trigger) {
    for (var law : TURNS) {
      var next = law.turn(being, trigger);
      if (next.isPresent()) {
        return next;
      }
    }
    return Optional.empty();
  }

  @Override
  public Fact.Met meet(Alive being, List<Long> causes, Stimulus stimulus) {
    return Appraisal.meet(being, causes, stimulus);
  }
}
