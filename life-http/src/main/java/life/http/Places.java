package life.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A bounded number of places, such as for those who listen. Safe for many threads. */
final class Places {
  private final int most;
  private final Semaphore free;

  /**
   * All of them free.
   *
   * @param most 1 or more
   */
  Places(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("there must be 1 place or more, but was " + most);
    }
    this.most = most;
    this.free = new Semaphore(most);
  }

  /** How many there are, free or not. */
  int most() {
    return most;
  }

  /** How many are taken now. */
  int taken() {
    return most - free.availablePermits();
  }

  /** Whether none is free now. */
  boolean isFull() {
    return free.availablePermits() == 0;
  }

  /** Takes so many, if they are free; all or none. */
  boolean tryTake(int count) {
    return free.tryAcquire(count);
  }

  /** Gives back so many that were taken. */
  void release(int count) {
    free.release(count);
  }

  /** Waits until all of them are free, at most so long. */
  void awaitAll(Duration patience) {
    try {
      if (free.tryAcquire(most, patience.toMillis(), TimeUnit.MILLISECONDS)) {
        free.release(most);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
