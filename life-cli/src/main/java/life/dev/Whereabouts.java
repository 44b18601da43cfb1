package life.dev;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Where the child is, if it is anywhere, and who waits for it. */
final class Whereabouts {
  /**
   * A place of the child.
   *
   * @param number tells apart two children that came to the same address one after the other
   */
  record Place(InetSocketAddress address, long number) {}

  private final int mostWaiting;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition came = lock.newCondition();
  private Optional<Place> place = Optional.empty();
  private long places;
  private int waiting;

  Whereabouts(int mostWaiting) {
    this.mostWaiting = mostWaiting;
  }

  /** The child is there now. */
  void at(InetSocketAddress address) {
    lock.lock();
    try {
      places++;
      place = Optional.of(new Place(address, places));
      came.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The child is nowhere. */
  void nowhere() {
    lock.lock();
    try {
      place = Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Where the child is; waits for it if it is nowhere, or still where it was tried in vain.
   *
   * @param deadline by the clock of {@link System#nanoTime}
   * @return empty if time is up, or if enough wait already
   */
  Optional<Place> find(Optional<Place> tried, long deadline) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      if (isNew(tried)) {
        return place;
      }
      if (waiting >= mostWaiting) {
        return Optional.empty();
      }
      waiting++;
      try {
        long left = deadline - System.nanoTime();
        while (!isNew(tried) && left > 0) {
          left = came.awaitNanos(left);
        }
        return isNew(tried) ? place : Optional.empty();
      } finally {
        waiting--;
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean isNew(Optional<Place> tried) {
    return place.isPresent() && !place.equals(tried);
  }

  int waiting() {
    lock.lock();
    try {
      return waiting;
    } finally {
      lock.unlock();
    }
  }
}
