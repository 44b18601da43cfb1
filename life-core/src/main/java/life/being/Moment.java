package life.being;

import life.body.Vitals;
import life.mind.Condition;

/**
 * The locals of a span loop: the condition of a being as plain numbers, while quiet ticks pass. It
 * lives no longer than the span; it is the one mutable thing in the core, so that a tick allocates
 * nothing.
 */
public final class Moment {
  /** See {@link Vitals#energy()}. */
  public double energy;

  /** See {@link Vitals#stability()}. */
  public double stability;

  /** See {@link Vitals#integrity()}. */
  public double integrity;

  /** See {@link Condition#arousal()}. */
  public double arousal;

  /** See {@link Condition#felt()}. */
  public double felt;

  /** See {@link Condition#pressure()}. */
  public double pressure;

  /** The moment from which a being goes on. */
  public Moment(Condition condition) {
    energy = condition.vitals().energy();
    stability = condition.vitals().stability();
    integrity = condition.vitals().integrity();
    arousal = condition.arousal();
    felt = condition.felt();
    pressure = condition.pressure();
  }

  /** The condition at this moment. */
  public Condition condition() {
    return new Condition(new Vitals(energy, stability, integrity), arousal, felt, pressure);
  }
}
