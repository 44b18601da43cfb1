package life.law;

import java.util.List;
import java.util.Optional;
import life.being.CauseOfDeath;
import life.being.Constitution.Trigger;
import life.being.Fact;
import life.being.Moment;
import life.being.Phase;
import life.being.SelfState.Alive;

/**
 * When a being degrades, recovers and dies. Recovery asks for more than degradation, so that a
 * being at the edge does not flicker between the two.
 */
final class LifePolicy implements Turn {
  /** A being degrades when one vital falls below this share of its range. */
  static final double DEGRADES_BELOW = 0.2;

  /** It recovers when all are back above this share. */
  static final double RECOVERS_ABOVE = 0.35;

  /** The phase that these vitals call for, in a being that is in phase {@code now}. */
  static Phase phase(
      Phase now, double energy, double stability, double integrity, boolean mortality) {
    if (mortality && integrity <= 0) {
      return Phase.DEAD;
    }
    double vitality = Math.min(energy * 0.01, Math.min(stability, integrity));
    return switch (now) {
      case ALIVE -> vitality < DEGRADES_BELOW ? Phase.DEGRADING : now;
      case DEGRADING -> vitality > RECOVERS_ABOVE ? Phase.ALIVE : now;
      case INIT, DEAD -> now;
    };
  }

  /** Whether this moment calls for another phase than the being is in. */
  static boolean turns(Moment m, Alive being) {
    boolean mortality = being.origin().laws().mortality();
    return phase(being.phase(), m.energy, m.stability, m.integrity, mortality) != being.phase();
  }

  @Override
  public Optional<Fact.Derived> turn(Alive being, Trigger trigger) {
    var vitals = being.condition().vitals();
    Phase next =
        phase(
            being.phase(),
            vitals.energy(),
            vitals.stability(),
            vitals.integrity(),
            being.origin().laws().mortality());
    if (next == being.phase()) {
      return Optional.empty();
    }
    var causes = List.of(trigger.seq());
    return switch (next) {
      case INIT -> Optional.empty();
      case ALIVE -> Optional.of(new Fact.Recovered(causes));
      case DEGRADING -> Optional.of(new Fact.Degraded(causes));
      case DEAD ->
          Optional.of(new Fact.Died(causes, causeOfDeath(trigger.fact(), vitals.energy())));
    };
  }

  /** What a being dies of that has this much energy, and to which this happened last. */
  private static CauseOfDeath causeOfDeath(Fact last, double energy) {
    boolean wornAway = last instanceof Fact.Lived && energy < Weakness.WEAK_ENERGY;
    return wornAway ? CauseOfDeath.STARVATION : CauseOfDeath.INJURY;
  }
}
