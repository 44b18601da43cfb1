package life.http;

import java.util.List;
import java.util.function.Supplier;
import life.being.LifeCommand.Meet;
import life.http.problem.Problem;

/** The stimuli that one request carries. */
sealed interface Sent {
  /** Most stimuli that come together. */
  int MOST_STIMULI = 1_000;

  /** One stimulus. */
  record One(Meet meet) implements Sent {}

  /**
   * Stimuli that come together; each of them stands for itself.
   *
   * @param items one to {@link #MOST_STIMULI}, in order
   * @param areLines whether they came as lines, and are answered so
   */
  record Many(List<Item> items, boolean areLines) implements Sent {
    public Many {
      items = List.copyOf(items);
      if (items.isEmpty() || items.size() > MOST_STIMULI) {
        throw Problem.badInput(
                "a batch has 1 to " + MOST_STIMULI + " stimuli, but this has " + items.size())
            .asException();
      }
    }

    /** Those that can be handed over, in order. */
    List<Meet> fit() {
      return items.stream().filter(Fit.class::isInstance).map(item -> ((Fit) item).meet()).toList();
    }
  }

  /** One of many. */
  sealed interface Item {
    /** What is read, or why it can't be. */
    static Item of(Supplier<Meet> read) {
      try {
        return new Fit(read.get());
      } catch (Problem.Refused refused) {
        return new Unfit(refused.problem());
      }
    }
  }

  /** It can be handed over. */
  record Fit(Meet meet) implements Item {}

  /** It can't be understood. */
  record Unfit(Problem problem) implements Item {}
}
