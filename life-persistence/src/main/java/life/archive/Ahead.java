package life.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads ahead on a thread of its own, so that one core reads while another one thinks. Holds a few
 * pages at most. For one thread.
 */
final class Ahead<T> implements AutoCloseable {
  private static final int PAGE = 512;
  private static final int PAGES = 8;

  private final BlockingQueue<Page<T>> pages = new ArrayBlockingQueue<>(PAGES);
  private final Thread reader;
  private Page<T> page = new Page<>(List.of(), false, null);
  private int at;

  private record Page<T>(List<T> list, boolean isLast, @Nullable RuntimeException failure) {}

  /** Leaves the reading, when nobody wants more. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super("enough", null, false, false);
    }
  }

  /** Begins to read: the source gives one after the other to the consumer. */
  Ahead(Consumer<Consumer<T>> source) {
    this.reader = Thread.ofPlatform().daemon().name("read-ahead").start(() -> read(source));
  }

  private void read(Consumer<Consumer<T>> source) {
    try {
      put(new Page<>(List.of(), true, failureOf(source)));
    } catch (Enough e) {
      // Nobody waits for more.
    }
  }

  /** Reads all of it; gives what went wrong, to be thrown where somebody can do something. */
  private @Nullable RuntimeException failureOf(Consumer<Consumer<T>> source) {
    var filling = new ArrayList<T>(PAGE);
    RuntimeException failure = null;
    try {
      source.accept(one -> {
        filling.add(one);
        if (filling.size() == PAGE) {
          flush(filling);
        }
      });
    } catch (Enough e) {
      throw e;
    } catch (RuntimeException e) {
      failure = e;
    } catch (Error e) { // whoever waits for the next one must not wait for ever
      failure = new IllegalStateException("reading ahead broke down", e);
    }
    flush(filling);
    return failure;
  }

  private void flush(List<T> filling) {
    put(new Page<>(List.copyOf(filling), false, null));
    filling.clear();
  }

  private void put(Page<T> next) {
    try {
      pages.put(next);
    } catch (InterruptedException e) {
      throw new Enough();
    }
  }

  /** The next one; empty at the end. Fails as the source did, after all that came before. */
  Optional<T> next() {
    while (at == page.list().size()) {
      if (page.failure() != null) {
        throw page.failure();
      }
      if (page.isLast()) {
        return Optional.empty();
      }
      page = take();
      at = 0;
    }
    return Optional.of(page.list().get(at++));
  }

  private Page<T> take() {
    try {
      return pages.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Progress.Cancelled();
    }
  }

  @Override
  public void close() {
    reader.interrupt();
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
