package life.app;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.Done;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorSystem;
import org.slf4j.LoggerFactory;

/**
 * The order in which a process ends: the intake first, then the streams and what is being answered,
 * then time, then the lives, each durable, and the journal last, when the last actor has stopped.
 * What does not end in time is named in the log and forced.
 */
final class Shutdown {
  private volatile String underWay = "";

  /** What is just being ended; empty before the end. */
  String underWay() {
    return underWay;
  }

  /** Registers the components, each in its phase. The last one is the journal. */
  void arrange(ActorSystem<?> system, List<Component> components) {
    var shutdown = CoordinatedShutdown.get(system);
    for (var component : components.subList(0, components.size() - 1)) {
      shutdown.addTask(Patiences.phase(component.name()), component.name(), () -> ended(component));
    }
    var journal = components.getLast();
    shutdown.addTask(
        CoordinatedShutdown.PhaseBeforeActorSystemTerminate(),
        journal.name(),
        () -> {
          watch(journal);
          return CompletableFuture.completedFuture(Done.done());
        });
  }

  private CompletionStage<Done> ended(Component component) {
    underWay = component.name();
    return component
        .end()
        .get()
        .toCompletableFuture()
        .copy()
        .orTimeout(component.patience().toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(failure -> {
          force(component, failure);
          return Done.done();
        });
  }

  /** The logger is found here and no earlier: this class is there before logging is set up. */
  private static void force(Component component, Throwable failure) {
    var log = LoggerFactory.getLogger(Shutdown.class);
    if (failure instanceof TimeoutException || failure.getCause() instanceof TimeoutException) {
      log.warn(
          "{} did not end within {} s and is forced",
          component.name(),
          component.patience().toMillis() / 1_000.0);
    } else {
      log.warn("{} failed to end and is forced: {}", component.name(), String.valueOf(failure));
    }
    component.force().run();
  }

  /** The journal closes when all actors have stopped, so nothing of theirs can look after it. */
  private void watch(Component journal) {
    underWay = journal.name();
    Thread.ofPlatform()
        .daemon()
        .name("end of the journal")
        .start(() -> ended(journal).toCompletableFuture().join());
  }
}
