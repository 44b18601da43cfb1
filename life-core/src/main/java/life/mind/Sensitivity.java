package life.mind;

import java.util.ArrayList;
import java.util.List;
import life.body.Bounds;
import life.body.Canon;

/**
 * How strongly a being takes what harms and what helps it. Changes slowly, in bounded steps, and
 * knows its last steps, so that they can be taken back.
 *
 * @param harm factor on what harms, in [{@link #LEAST}, {@link #MOST}]
 * @param help factor on what helps, in the same range
 * @param adapted tick of the last step, forward or back
 * @param history the last steps that hold, at most {@link #MOST_STEPS}, the oldest first
 */
public record Sensitivity(double harm, double help, long adapted, List<Step> history) {
  /** Least factor. */
  public static final double LEAST = 0.7;

  /** Greatest factor. */
  public static final double MOST = 1.3;

  /** Most that one step changes. */
  public static final double STEP = 0.02;

  /** Steps that can be taken back. */
  public static final int MOST_STEPS = 16;

  /** How a being is born. */
  public static final Sensitivity INBORN = new Sensitivity(1, 1, 0, List.of());

  /**
   * A step of adaptation.
   *
   * @param tick when it was taken
   * @param harm factor before it
   * @param help factor before it
   * @param drive of the being when it was taken
   */
  public record Step(long tick, double harm, double help, double drive) {
    void writeTo(Canon canon) {
      canon.whole(tick).number(harm).number(help).number(drive);
    }
  }

  public Sensitivity {
    Bounds.within("sensitivity to harm", harm, LEAST, MOST);
    Bounds.within("sensitivity to help", help, LEAST, MOST);
    Bounds.within("number of steps", history.size(), 0, MOST_STEPS);
    history = List.copyOf(history);
  }

  /**
   * One step on.
   *
   * @param tick now
   * @param harmBy change of the factor on harm; kept within {@link #STEP} and the range
   * @param helpBy change of the factor on help, likewise
   * @param drive of the being now
   */
  public Sensitivity stepped(long tick, double harmBy, double helpBy, double drive) {
    var steps = new ArrayList<>(history);
    if (steps.size() == MOST_STEPS) {
      steps.removeFirst();
    }
    steps.add(new Step(tick, harm, help, drive));
    return new Sensitivity(moved(harm, harmBy), moved(help, helpBy), tick, steps);
  }

  /** The last step taken back; without any, this. */
  public Sensitivity rolledBack(long tick) {
    if (history.isEmpty()) {
      return this;
    }
    var last = history.getLast();
    return new Sensitivity(last.harm(), last.help(), tick, history.subList(0, history.size() - 1));
  }

  private static double moved(double factor, double by) {
    return Bounds.clamp(factor + Bounds.clamp(by, -STEP, STEP), LEAST, MOST);
  }

  void writeTo(Canon canon) {
    canon.number(harm).number(help).whole(adapted).list(history, Step::writeTo);
  }
}
