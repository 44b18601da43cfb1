package life.actor;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import life.being.LifeId;

/**
 * How far the lives of a journal have been read since a process started. A life that is damaged or
 * can't go on counts as read: more won't be known of it. Safe for many threads.
 */
public final class Recovery {
  private final Set<LifeId> awaited = ConcurrentHashMap.newKeySet();
  private final int all;
  private final long beganNanos = System.nanoTime();
  private final AtomicLong tookNanos = new AtomicLong(-1);

  /**
   * What is known of it now.
   *
   * @param read lives of which it is known how they stand, 0 to {@code all}
   * @param all lives that the journal had when the process started
   * @param taken since then, or until the last of them was read
   */
  public record Progress(int read, int all, Duration taken) {
    /** Whether all of them were read. */
    public boolean isDone() {
      return read == all;
    }
  }

  Recovery(Collection<LifeId> lives) {
    awaited.addAll(lives);
    all = awaited.size();
    endIfDone();
  }

  void stands(LifeId id) {
    if (awaited.remove(id)) {
      endIfDone();
    }
  }

  private void endIfDone() {
    if (awaited.isEmpty()) {
      tookNanos.compareAndSet(-1, System.nanoTime() - beganNanos);
    }
  }

  /** How far it is. */
  public Progress progress() {
    int left = awaited.size();
    long taken = tookNanos.get();
    return new Progress(
        all - left, all, Duration.ofNanos(taken < 0 ? System.nanoTime() - beganNanos : taken));
  }
}
