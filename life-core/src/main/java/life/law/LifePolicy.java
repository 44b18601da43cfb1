package life.law;

import life.being.CauseOfDeath;
import life.being.Fact;
import life.being.Phase;

/**
 * When a being degrades, recovers and dies. Recovery asks for more than degradation, so that a
 * being at the edge does not flicker between the two.
 */
final class LifePolicy {
  /** A being degrades when one vital falls below this share of its range. */
  static final double DEGRADES_BELOW = 0.2;

  /** It recovers when all are back above this share. */
  static final double RECOVERS_ABOVE = 0.35;

  private LifePolicy() {}

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

  /** What a being dies of that has this much energy, and to which this happened last. */
  static CauseOfDeath causeOfDeath(Fact last, double energy) {
    boolean wornAway = last instanceof Fact.Lived && energy < Weakness.WEAK_ENERGY;
    return wornAway ? CauseOfDeath.STARVATION : CauseOfDeath.INJURY;
  }
}
