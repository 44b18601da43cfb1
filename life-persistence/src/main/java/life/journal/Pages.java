package life.journal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * Rows of the journal, a page at a time.
 *
 * @param start where the first page begins
 * @param read the page from a position on; empty when there will never be more
 * @param subscribe asks to be woken by new rows; without it the end for now is the end
 */
record Pages<T>(
    long start,
    LongFunction<Optional<Page<T>>> read,
    Optional<Function<Runnable, Listeners.Subscription>> subscribe) {

  /**
   * Rows and the position after them. The end for now is reached when the position doesn't move.
   */
  record Page<T>(List<T> rows, long next) {}

  static <T> Pages<T> of(long start, LongFunction<Optional<Page<T>>> read) {
    return new Pages<>(start, read, Optional.empty());
  }

  Pages<T> live(Function<Runnable, Listeners.Subscription> subscription) {
    return new Pages<>(start, read, Optional.of(subscription));
  }
}
