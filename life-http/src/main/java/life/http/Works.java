package life.http;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import life.http.gate.Right;
import life.http.problem.Problem;

/** Long work of this process: two pieces at once, some that wait, and the last that are over. */
final class Works {
  private static final int AT_ONCE = 2;
  private static final int WAITING = 14;
  private static final int REMEMBERED = 64;

  private final ArrayDeque<Work> works = new ArrayDeque<>();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          AT_ONCE,
          AT_ONCE,
          10,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          Thread.ofPlatform().daemon().name("work-", 1).factory());
  private long last;

  /**
   * Begins a piece of work, or lets it wait for its turn.
   *
   * @param right that it needs to be cancelled
   * @throws Problem.Refused if too much waits already
   */
  Work begin(String kind, String life, Right right, Work.Task task) {
    return begin(kind, life, right, task, () -> {});
  }

  /** The same, with what is to be done in any case when it is over. */
  synchronized Work begin(
      String kind, String life, Right right, Work.Task task, Runnable afterwards) {
    var work = new Work(++last, kind, life, right, task, afterwards);
    try {
      threads.execute(work);
    } catch (RejectedExecutionException e) {
      work.drop();
      throw Problem.tooMuchWork(AT_ONCE + WAITING).asException();
    }
    works.addLast(work);
    if (works.size() > REMEMBERED) {
      works.stream().filter(Work::isOver).findFirst().ifPresent(works::remove);
    }
    return work;
  }

  /**
   * Refuses where nothing more could begin, before anybody takes trouble for it.
   *
   * @throws Problem.Refused if too much waits already
   */
  void refuseIfFull() {
    if (threads.getQueue().remainingCapacity() == 0) {
      throw Problem.tooMuchWork(AT_ONCE + WAITING).asException();
    }
  }

  synchronized Optional<Work> find(String number) {
    return works.stream().filter(work -> Long.toString(work.number()).equals(number)).findFirst();
  }

  /** Cancels all that goes on and lets nothing more begin. */
  synchronized void end() {
    works.forEach(Work::cancel);
    for (var waiting : threads.shutdownNow()) {
      if (waiting instanceof Work work) {
        work.drop();
      }
    }
  }
}
