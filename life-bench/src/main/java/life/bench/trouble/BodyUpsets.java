package life.bench.trouble;

import static life.bench.trouble.Ticks.DAY;
import static life.bench.trouble.Ticks.HOUR;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import life.being.Constitution;
import life.being.Fact;
import life.being.LawSettings;
import life.being.Moment;
import life.being.Origin;
import life.being.SelfState.Alive;
import life.body.Vital;
import life.body.Vitals;
import life.mind.Condition;
import life.world.Stimulus;

/** What may be wrong with a body and its laws. */
final class BodyUpsets {
  private static final long DRIFT_DAYS = 3;

  /** A changed law must have shown after so long, though it stays for ever. */
  private static final long CHANGE_SHOWS_DAYS = 4;

  private static final List<Vital> VITALS = List.of(Vital.values());

  private BodyUpsets() {}

  static Upset drift(Alive being, SplittableRandom dice) {
    long begin = being.tick();
    double most = dice.nextDouble(0.6, 1.2);
    var words =
        String.format(
            Locale.ROOT, "energy use rises by %.0f %% in %d days", 100 * most, DRIFT_DAYS);
    return Upset.of(begin, begin + DRIFT_DAYS * DAY, words)
        .under(
            Upset.mistaking(now -> {
              // a span never passes the full hour, so the factor does not depend on how time is cut
              double hours = (double) (now.tick() / HOUR - begin / HOUR);
              double risen = Math.min(1, hours * HOUR / (DRIFT_DAYS * DAY));
              return now.in(under(Constant.ENERGY_PER_HOUR, 1 + most * risen, now.origin()));
            }))
        .staying();
  }

  static Upset law(Alive being, SplittableRandom dice) {
    long begin = being.tick();
    var constant = Constant.any(dice);
    double factor = dice.nextBoolean() ? dice.nextDouble(0.5, 0.7) : dice.nextDouble(1.4, 2);
    var words = String.format(Locale.ROOT, "%s is %.2f times what it was", constant, factor);
    var other = under(constant, factor, being.origin());
    return Upset.of(begin, begin + CHANGE_SHOWS_DAYS * DAY, words)
        .under(Upset.mistaking(now -> now.in(other)))
        .staying();
  }

  private static Origin under(Constant constant, double factor, Origin origin) {
    LawSettings laws = constant.times(factor, origin.laws());
    return new Origin(origin.id(), origin.seed(), laws, origin.bornAt());
  }

  static Upset stuck(Alive being, SplittableRandom dice) {
    var vital = VITALS.get(dice.nextInt(VITALS.size()));
    long hours = dice.nextLong(12, 49);
    double value = being.condition().vitals().of(vital);
    var words = String.format(Locale.ROOT, "%s stays at %.3f for %d h", vital, value, hours);
    return Upset.of(being.tick(), being.tick() + hours * HOUR, words)
        .under(new Stuck(vital, value));
  }

  /** The usual laws, but one vital is always the same. */
  private record Stuck(Vital vital, double value) implements Constitution {
    @Override
    public long flow(Moment m, long ticks, Alive being) {
      long passed = Upset.USUAL_LAWS.flow(m, ticks, being);
      switch (vital) {
        case ENERGY -> m.energy = value;
        case STABILITY -> m.stability = value;
        case INTEGRITY -> m.integrity = value;
      }
      return passed;
    }

    @Override
    public Optional<Fact.Derived> turn(Alive being, Trigger trigger) {
      return Upset.USUAL_LAWS
          .turn(being, trigger)
          .map(fact ->
              switch (fact) {
                case Fact.Met met -> stuck(met);
                case Fact.Echoed(
                        var causes,
                        long trace,
                        double activation,
                        var level,
                        var meaning,
                        var after) ->
                    new Fact.Echoed(causes, trace, activation, level, meaning, stuck(after));
                case Fact.FellAsleep _,
                    Fact.Woke _,
                    Fact.Consolidated _,
                    Fact.Recalled _,
                    Fact.Observed _,
                    Fact.Adapted _,
                    Fact.RolledBack _,
                    Fact.Degraded _,
                    Fact.Recovered _,
                    Fact.Died _,
                    Fact.Marked _ ->
                    fact;
              });
    }

    @Override
    public Fact.Met meet(Alive being, List<Long> causes, Stimulus stimulus) {
      return stuck(Upset.USUAL_LAWS.meet(being, causes, stimulus));
    }

    private Fact.Met stuck(Fact.Met met) {
      return new Fact.Met(met.causes(), met.stimulus(), met.meaning(), stuck(met.after()));
    }

    private Condition stuck(Condition condition) {
      var was = condition.vitals();
      var vitals =
          switch (vital) {
            case ENERGY -> new Vitals(value, was.stability(), was.integrity());
            case STABILITY -> new Vitals(was.energy(), value, was.integrity());
            case INTEGRITY -> new Vitals(was.energy(), was.stability(), value);
          };
      return new Condition(vitals, condition.arousal(), condition.felt(), condition.pressure());
    }
  }
}
