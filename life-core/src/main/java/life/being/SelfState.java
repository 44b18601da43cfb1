package life.being;

import life.body.Bounds;
import life.body.Drive;
import life.mind.Condition;
import life.mind.Episode;
import life.mind.Mind;
import life.mind.Sleep;
import life.mind.Trial;
import life.world.StimulusKind;
import life.world.World;

/**
 * The whole self of a being at one moment: immutable, never invalid, and it knows whether it is
 * alive. It changes only by {@link Decider#evolve}, through the verbs of {@link Alive}.
 */
public sealed interface SelfState {
  /** The number of the last fact that went into this state; 0 before birth. */
  long seq();

  /** Where it stands in its lifecycle. */
  Phase phase();

  /** Whether it lives now. */
  default boolean isAlive() {
    return phase().isLiving();
  }

  /** Before birth. */
  record Unborn() implements SelfState {
    @Override
    public long seq() {
      return 0;
    }

    @Override
    public Phase phase() {
      return Phase.INIT;
    }
  }

  /**
   * A living being.
   *
   * @param origin what it was born with
   * @param world where it lives
   * @param seq the number of the last fact, 1 or more
   * @param tick how many ticks it has lived, 0 or more
   * @param phase ALIVE or DEGRADING
   * @param sleep whether it sleeps
   * @param condition what flows in it
   * @param mind what it has made of what it met
   * @param agenda what is due later; nothing in it is overdue
   */
  record Alive(
      Origin origin,
      World world,
      long seq,
      long tick,
      Phase phase,
      Sleep sleep,
      Condition condition,
      Mind mind,
      Agenda agenda)
      implements SelfState {
    public Alive {
      Bounds.within("seq", seq, 1, Long.MAX_VALUE);
      Bounds.within("tick", tick, 0, Long.MAX_VALUE);
      if (!phase.isLiving()) {
        throw new IllegalArgumentException("a living being is ALIVE or DEGRADING, not " + phase);
      }
      if (agenda.ticksUntilNext(tick) < 0) {
        throw new IllegalArgumentException("an appointment is overdue at tick " + tick);
      }
    }

    static Alive born(Origin origin, World world) {
      return new Alive(
          origin,
          world,
          1,
          0,
          Phase.ALIVE,
          Sleep.AWAKE_AT_BIRTH,
          Condition.NEWBORN,
          Mind.NEWBORN,
          Agenda.EMPTY);
    }

    /** Physical time lived, in seconds. */
    public double ageSeconds() {
      return tick * origin.laws().tickSeconds();
    }

    /** How far it is from where it should be. */
    public double drive() {
      return Drive.of(condition.vitals());
    }

    Alive lived(long ticks, Condition after) {
      if (after.felt() < condition.felt()) {
        throw new IllegalArgumentException("subjective age can't decrease");
      }
      return new Alive(origin, world, seq + 1, tick + ticks, phase, sleep, after, mind, agenda);
    }

    Alive awaiting(Agenda next) {
      return new Alive(origin, world, seq + 1, tick, phase, sleep, condition, mind, next);
    }

    Alive met(Fact.Met met) {
      var stimulus = met.stimulus();
      var episode =
          new Episode(
              seq + 1,
              condition.felt(),
              stimulus.kind(),
              stimulus.intensity(),
              met.meaning(),
              condition.vitals());
      var next =
          world.kind(stimulus.kind()).isEmpty()
              ? mind
              : mind.met(
                  episode,
                  tick,
                  Drive.of(met.after().vitals()),
                  origin.laws().ticks(Trial.TOGETHER_SECONDS),
                  stimulus.kind().equals(StimulusKind.SILENCE));
      return new Alive(
          origin,
          world,
          seq + 1,
          tick,
          phase,
          sleep,
          met.after(),
          next,
          agenda.without(met.causes().getFirst()));
    }

    Alive entered(Phase next) {
      if (!phase.leadsTo(next)) {
        throw new IllegalArgumentException("no way leads from " + phase + " to " + next);
      }
      return new Alive(origin, world, seq + 1, tick, next, sleep, condition, mind, agenda);
    }

    Alive fellAsleep() {
      return sleeping(new Sleep(true, tick, false));
    }

    Alive woke(boolean roused) {
      return sleeping(new Sleep(false, tick, roused));
    }

    private Alive sleeping(Sleep next) {
      if (next.asleep() == sleep.asleep()) {
        throw new IllegalArgumentException(
            next.asleep() ? "it sleeps already" : "it is awake already");
      }
      return new Alive(origin, world, seq + 1, tick, phase, next, condition, mind, agenda);
    }

    Alive echoed(Condition after, Mind next) {
      return new Alive(origin, world, seq + 1, tick, phase, sleep, after, next, agenda);
    }

    Alive minding(Mind next) {
      return new Alive(origin, world, seq + 1, tick, phase, sleep, condition, next, agenda);
    }

    Alive settled(World next) {
      return new Alive(
          origin, next, seq + 1, tick, phase, sleep, condition, mind.among(next.kinds()), agenda);
    }

    /** Some ticks later, at a moment of which no fact tells: within a span. */
    public Alive within(long ticks, Condition after) {
      return new Alive(origin, world, seq, tick + ticks, phase, sleep, after, mind, agenda);
    }

    Alive branched(Origin other) {
      return new Alive(other, world, seq + 1, tick, phase, sleep, condition, mind, agenda);
    }

    /** The same moment of a life with another name, chance or laws: one that might have been. */
    public Alive in(Origin other) {
      return new Alive(other, world, seq, tick, phase, sleep, condition, mind, agenda);
    }

    Alive remarked() {
      return minding(mind);
    }

    Dead died(CauseOfDeath cause) {
      return new Dead(this, cause, seq + 1);
    }
  }

  /**
   * A being that is no more.
   *
   * @param last its last living state
   * @param cause what it died of
   * @param seq the number of the last fact
   */
  record Dead(Alive last, CauseOfDeath cause, long seq) implements SelfState {
    public Dead {
      Bounds.within("seq", seq, last.seq() + 1, Long.MAX_VALUE);
    }

    @Override
    public Phase phase() {
      return Phase.DEAD;
    }
  }
}
