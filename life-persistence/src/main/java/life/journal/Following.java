package life.journal;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.SourceShape;
import org.apache.pekko.stream.stage.AbstractOutHandler;
import org.apache.pekko.stream.stage.AsyncCallback;
import org.apache.pekko.stream.stage.GraphStage;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.jspecify.annotations.Nullable;

/**
 * A source of pages. It reads only on demand and holds one page; at the end it completes, or waits
 * to be woken. Wakes between two reads count as one.
 */
final class Following<T> extends GraphStage<SourceShape<T>> {

  private final Outlet<T> out = Outlet.create("Following.out");
  private final SourceShape<T> shape = SourceShape.of(out);
  private final Pages<T> pages;
  private final Executor dispatcher;

  Following(Pages<T> pages, Executor dispatcher) {
    this.pages = pages;
    this.dispatcher = dispatcher;
  }

  @Override
  public SourceShape<T> shape() {
    return shape;
  }

  @Override
  public GraphStageLogic createLogic(Attributes attributes) {
    return new Logic();
  }

  /** What a read came to: a page, nothing more for ever, or a failure. */
  private record Read<T>(Optional<Pages.Page<T>> page, @Nullable Throwable failure) {}

  private final class Logic extends GraphStageLogic {

    private final Queue<T> rows = new ArrayDeque<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AsyncCallback<Read<T>> onRead = createAsyncCallback(this::onRead);
    private final AsyncCallback<Boolean> onWake = createAsyncCallback(_ -> readIfWanted());
    private Listeners.@Nullable Subscription subscription;
    private long next = pages.start();
    private boolean reading;
    private boolean atEnd;

    Logic() {
      super(shape);
      setHandler(
          out,
          new AbstractOutHandler() {
            @Override
            public void onPull() {
              if (rows.isEmpty()) {
                readIfWanted();
              } else {
                push(out, rows.remove());
              }
            }
          });
    }

    @Override
    public void preStart() {
      subscription = pages.subscribe().map(subscribe -> subscribe.apply(this::wake)).orElse(null);
    }

    @Override
    public void postStop() {
      if (subscription != null) {
        subscription.close();
      }
    }

    private void wake() {
      if (woken.compareAndSet(false, true)) {
        onWake.invoke(true);
      }
    }

    private void readIfWanted() {
      if (reading || !rows.isEmpty() || !isAvailable(out) || (atEnd && !woken.get())) {
        return;
      }
      reading = true;
      atEnd = false;
      woken.set(false);
      long from = next;
      CompletableFuture.supplyAsync(() -> pages.read().apply(from), dispatcher)
          .whenComplete((page, failure) ->
              onRead.invoke(new Read<>(failure == null ? page : Optional.empty(), failure)))
          .exceptionally(_ -> Optional.empty());
    }

    private void onRead(Read<T> read) {
      reading = false;
      if (read.failure() != null) {
        failStage(read.failure().getCause() == null ? read.failure() : read.failure().getCause());
      } else if (read.page().isEmpty()) {
        completeStage();
      } else {
        take(read.page().get());
      }
    }

    private void take(Pages.Page<T> page) {
      atEnd = page.next() == next;
      next = page.next();
      rows.addAll(page.rows());
      if (!rows.isEmpty()) {
        if (isAvailable(out)) {
          push(out, rows.remove());
        }
      } else if (atEnd && subscription == null) {
        completeStage();
      } else {
        readIfWanted();
      }
    }
  }
}
