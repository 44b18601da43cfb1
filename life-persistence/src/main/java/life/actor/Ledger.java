package life.actor;

import life.actor.Receipts.Receipt;
import life.being.Decider;
import life.being.Fact;
import life.being.SelfState;
import life.being.Step;

/**
 * All that a {@link LifeActor} keeps: the being, and what was answered to those who sent it
 * stimuli. A fold over the facts.
 */
public record Ledger(SelfState self, Receipts receipts) {
  /** Before birth. */
  public static final Ledger EMPTY = new Ledger(Decider.UNBORN, Receipts.NONE);

  /** This ledger after one more fact. */
  public Ledger after(Fact fact) {
    return after(new Step(self, fact, Decider.evolve(self, fact)));
  }

  /** This ledger after one more step of the being. */
  Ledger after(Step step) {
    return new Ledger(step.after(), receiptsAfter(step.fact()));
  }

  private Receipts receiptsAfter(Fact fact) {
    if (fact instanceof Fact.Reached(var stimulus, long due, _, var key, _)
        && key != null
        && self instanceof SelfState.Alive being) {
      return receipts.with(key, new Receipt(being.seq() + 1, being.tick(), due, stimulus));
    }
    return receipts;
  }
}
