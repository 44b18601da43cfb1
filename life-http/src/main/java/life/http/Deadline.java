package life.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.typed.ActorSystem;

/**
 * The same patience for many: whatever is not done in time fails. A look at all that wait, now and
 * then, takes the place of an alarm for each of them, which would cost more than what is waited
 * for. Safe for many threads.
 */
final class Deadline {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final ConcurrentLinkedQueue<Waiting> waiting = new ConcurrentLinkedQueue<>();
  private final long patienceNanos;

  private record Waiting(CompletableFuture<?> what, Runnable whenLate, long until) {
    boolean isOver(long now) {
      return what.isDone() || now - until >= 0;
    }

    void end() {
      if (!what.isDone()
          && what.completeExceptionally(new TimeoutException("there was no answer in time"))) {
        whenLate.run();
      }
    }
  }

  /**
   * Begins to look.
   *
   * @param patience how long each may take, and up to a tenth of a second more
   */
  Deadline(ActorSystem<?> system, Duration patience) {
    this.patienceNanos = patience.toNanos();
    system
        .scheduler()
        .scheduleWithFixedDelay(
            BETWEEN_LOOKS, BETWEEN_LOOKS, this::look, system.executionContext());
  }

  /**
   * Lets it fail with a {@link TimeoutException} if it is not done in time.
   *
   * @param whenLate is done then as well
   */
  void set(CompletableFuture<?> what, Runnable whenLate) {
    waiting.add(new Waiting(what, whenLate, System.nanoTime() + patienceNanos));
  }

  /** Those that came first are over first, since all have the same patience. */
  private void look() {
    long now = System.nanoTime();
    for (var first = waiting.peek(); first != null && first.isOver(now); first = waiting.peek()) {
      waiting.poll();
      first.end();
    }
  }
}
