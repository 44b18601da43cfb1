package life.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import life.archive.Progress;
import life.http.gate.Right;
import life.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work that may take longer than anybody waits for an answer. It can be looked at while
 * it goes on, and cancelled. Safe for many threads.
 */
final class Work implements Progress, Runnable {
  private static final double NANOS_PER_SECOND = 1e9;

  private final long number;
  private final String kind;
  private final String life;
  private final Right right;
  private final Task task;
  private final Runnable afterwards;
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong all = new AtomicLong();
  private final AtomicLong startedNanos = new AtomicLong();
  private final AtomicLong endedNanos = new AtomicLong();
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final CompletableFuture<ObjectNode> result = new CompletableFuture<>();

  /** What is to be done; tells the progress how far it is, and stops where that throws. */
  @FunctionalInterface
  interface Task {
    ObjectNode run(Progress progress) throws Exception;
  }

  /**
   * Describes it.
   *
   * @param right that it needs to be cancelled
   * @param afterwards is done in any case, also when it never begins
   */
  Work(long number, String kind, String life, Right right, Task task, Runnable afterwards) {
    this.afterwards = afterwards;
    this.right = right;
    this.number = number;
    this.kind = kind;
    this.life = life;
    this.task = task;
  }

  long number() {
    return number;
  }

  /** What whoever cancels it must be allowed to do. */
  Right right() {
    return right;
  }

  @Override
  public void run() {
    startedNanos.set(System.nanoTime());
    try {
      at(0, 0);
      var outcome = task.run(this);
      endedNanos.set(System.nanoTime());
      result.complete(outcome);
    } catch (Exception e) { // whatever it is, whoever waits is told
      endedNanos.set(System.nanoTime());
      result.completeExceptionally(e);
    } finally {
      result.completeExceptionally(new IllegalStateException("the work broke down"));
      afterwards.run();
    }
  }

  /** It never began, and never will. */
  void drop() {
    result.completeExceptionally(new Cancelled());
    afterwards.run();
  }

  @Override
  public void at(long doneNow, long allNow) {
    if (cancelled.get()) {
      throw new Cancelled();
    }
    done.set(doneNow);
    all.set(allNow);
  }

  void cancel() {
    cancelled.set(true);
  }

  boolean isOver() {
    return result.isDone();
  }

  /** Completes when it is over, or when that time has passed. */
  CompletionStage<Work> within(long millis) {
    return result.handle((_, _) -> this).completeOnTimeout(this, millis, TimeUnit.MILLISECONDS);
  }

  ObjectNode document() {
    var node = Views.object().put("work", Long.toString(number)).put("kind", kind);
    node.put("life", life).put("status", status());
    node.put("done", done.get()).put("all", all.get());
    long until = endedNanos.get() == 0 ? System.nanoTime() : endedNanos.get();
    double seconds = startedNanos.get() == 0 ? 0 : (until - startedNanos.get()) / NANOS_PER_SECOND;
    double perSecond = seconds > 0 ? done.get() / seconds : 0;
    node.put("perSecond", perSecond);
    if (!isOver() && perSecond > 0 && all.get() > 0) {
      node.put("secondsLeft", Math.max(0, all.get() - done.get()) / perSecond);
    } else {
      node.putNull("secondsLeft");
    }
    node.set(
        "result", result.isDone() && !result.isCompletedExceptionally() ? result.join() : null);
    var problem = problem();
    node.set("problem", problem == null ? null : problem.toDocument());
    return node;
  }

  private String status() {
    if (!isOver()) {
      return "running";
    }
    if (!result.isCompletedExceptionally()) {
      return "done";
    }
    return result.exceptionNow() instanceof Cancelled ? "cancelled" : "failed";
  }

  private @Nullable Problem problem() {
    return result.isCompletedExceptionally() ? Router.problemOf(result.exceptionNow()) : null;
  }
}
