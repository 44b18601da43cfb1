package life.law;

import java.util.List;
import java.util.Optional;
import life.being.Constitution;
import life.being.Fact;
import life.being.Moment;
import life.being.Phase;
import life.being.SelfState.Alive;

/** The laws of life, version 1. */
public record Laws() implements Constitution {
  /** The version that a being born now lives under. */
  public static final int VERSION = 1;

  /** All that flows, in this order, at every tick. */
  private static void tick(Moment m, Rates rates) {
    Metabolism.flow(m, rates);
    Calming.flow(m, rates);
    Weakness.flow(m, rates);
    Healing.flow(m, rates);
    FeltTime.flow(m, rates);
  }

  @Override
  public long flow(Moment m, long ticks, Alive being) {
    var rates = Rates.of(being.origin().laws());
    var phase = being.phase();
    boolean mortality = being.origin().laws().mortality();
    long passed = 0;
    while (passed < ticks) {
      tick(m, rates);
      passed++;
      if (LifePolicy.phase(phase, m.energy, m.stability, m.integrity, mortality) != phase) {
        break;
      }
    }
    return passed;
  }

  @Override
  public Optional<Fact.Derived> turn(Alive being, Fact cause) {
    var vitals = being.condition().vitals();
    boolean mortality = being.origin().laws().mortality();
    Phase next =
        LifePolicy.phase(
            being.phase(), vitals.energy(), vitals.stability(), vitals.integrity(), mortality);
    if (next == being.phase()) {
      return Optional.empty();
    }
    var causes = List.of(being.seq());
    return switch (next) {
      case INIT -> Optional.empty();
      case ALIVE -> Optional.of(new Fact.Recovered(causes));
      case DEGRADING -> Optional.of(new Fact.Degraded(causes));
      case DEAD ->
          Optional.of(new Fact.Died(causes, LifePolicy.causeOfDeath(cause, vitals.energy())));
    };
  }
}
