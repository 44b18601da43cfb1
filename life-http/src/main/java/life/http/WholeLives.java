package life.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import life.http.problem.Problem;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/** What may read a whole life is done a few at a time, so that short looks never wait for it. */
final class WholeLives {
  private static final int AT_ONCE = 4;

  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Executor blocking;

  WholeLives(ActorSystem<?> system) {
    blocking = system.dispatchers().lookup(DispatcherSelector.blocking());
  }

  CompletionStage<HttpResponse> read(Supplier<HttpResponse> work) {
    if (!places.tryAcquire()) {
      throw Problem.tooMuchWork(AT_ONCE).asException();
    }
    return CompletableFuture.supplyAsync(work, blocking).whenComplete((_, _) -> places.release());
  }
}
