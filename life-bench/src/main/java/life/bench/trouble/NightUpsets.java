package life.bench.trouble;

import static life.bench.trouble.Ticks.DAY;
import static life.bench.trouble.Ticks.MINUTE;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import life.being.Constitution;
import life.being.Fact;
import life.being.LawSettings;
import life.being.Moment;
import life.being.Origin;
import life.being.SelfState.Alive;
import life.mind.Memory;
import life.mind.SleepCycle;
import life.world.Stimulus;

/** What may be wrong with sleep and what it does. */
final class NightUpsets {
  /** Never tired enough to fall asleep, always rested enough not to fall asleep again. */
  private static final SleepCycle NEVER_ASLEEP = new SleepCycle(1, 1, 0);

  private NightUpsets() {}

  static Upset sleepless(Alive being, SplittableRandom dice) {
    long days = dice.nextLong(2, 4);
    long minutes = dice.nextLong(10, 31);
    boolean isWoken = dice.nextBoolean();
    long end = being.tick() + days * DAY;
    return isWoken
        ? Upset.of(
                being.tick(),
                end,
                "it is woken after " + minutes + " min of each sleep, for " + days + " days")
            .under(new Restless(minutes * MINUTE))
        : Upset.of(being.tick(), end, "it does not fall asleep for " + days + " days")
            .under(Upset.mistaking(NightUpsets::awake));
  }

  private static Alive awake(Alive being) {
    var origin = being.origin();
    return being.sleep().asleep()
        ? being
        : being.in(
            new Origin(origin.id(), origin.seed(), tireless(origin.laws()), origin.bornAt()));
  }

  private static LawSettings tireless(LawSettings laws) {
    return new LawSettings(
        laws.version(),
        laws.tickSeconds(),
        laws.mortality(),
        laws.energyPerHour(),
        laws.energyAsleep(),
        laws.arousalCost(),
        laws.arousalHalfLifeSeconds(),
        laws.arousalGain(),
        laws.wearPerHour(),
        laws.decayPerHour(),
        laws.healPerHour(),
        NEVER_ASLEEP,
        laws.clockNoise(),
        laws.learningRate());
  }

  /** The usual laws, but it is woken whenever it has slept for so many ticks. */
  private record Restless(long ticksOfSleep) implements Constitution {
    @Override
    public long flow(Moment m, long ticks, Alive being) {
      long left = being.sleep().since() + ticksOfSleep - being.tick();
      long most = being.sleep().asleep() ? Math.clamp(left, 1, ticks) : ticks;
      return Upset.USUAL_LAWS.flow(m, most, being);
    }

    @Override
    public Optional<Fact.Derived> turn(Alive being, Trigger trigger) {
      boolean wakes =
          being.sleep().asleep()
              && trigger.fact() instanceof Fact.Lived
              && being.tick() - being.sleep().since() >= ticksOfSleep;
      return wakes
          ? Optional.of(new Fact.Woke(List.of(trigger.seq()), true))
          : Upset.USUAL_LAWS.turn(being, trigger);
    }

    @Override
    public Fact.Met meet(Alive being, List<Long> causes, Stimulus stimulus) {
      return Upset.USUAL_LAWS.meet(being, causes, stimulus);
    }
  }

  static Upset forgetful(Alive being, SplittableRandom dice) {
    long days = dice.nextLong(3, 7);
    boolean isEmpty = dice.nextBoolean();
    var words = isEmpty ? "sleep keeps nothing for " : "nothing is consolidated for ";
    return Upset.of(being.tick(), being.tick() + days * DAY, words + days + " days")
        .under(isEmpty ? new Empty() : Upset.mistaking(NightUpsets::consolidated));
  }

  /** The being as if it had slept on everything already. */
  private static Alive consolidated(Alive being) {
    var was = being.mind().memory();
    var memory =
        new Memory(was.shortTerm(), was.awaiting(), was.longTerm(), being.tick(), was.reminded());
    return new Alive(
        being.origin(),
        being.world(),
        being.seq(),
        being.tick(),
        being.phase(),
        being.sleep(),
        being.condition(),
        being.mind().with(memory),
        being.agenda());
  }

  /** The usual laws, but what sleep consolidates is nothing. */
  private record Empty() implements Constitution {
    @Override
    public long flow(Moment m, long ticks, Alive being) {
      return Upset.USUAL_LAWS.flow(m, ticks, being);
    }

    @Override
    public Optional<Fact.Derived> turn(Alive being, Trigger trigger) {
      return Upset.USUAL_LAWS
          .turn(being, trigger)
          .map(fact ->
              fact instanceof Fact.Consolidated(var causes, _, _)
                  ? new Fact.Consolidated(causes, List.of(), List.of())
                  : fact);
    }

    @Override
    public Fact.Met meet(Alive being, List<Long> causes, Stimulus stimulus) {
      return Upset.USUAL_LAWS.meet(being, causes, stimulus);
    }
  }
}
