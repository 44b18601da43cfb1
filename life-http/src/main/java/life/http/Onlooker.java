package life.http;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import life.actor.Directory;
import life.actor.Monitor;
import life.actor.Seen;
import life.being.LifeId;
import life.observe.Interpretation;
import life.observe.Scope;
import life.observe.Window;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;

/**
 * Asks the monitor, which knows without reading. Its answers are empty where it doesn't watch the
 * life, has not seen all that readers can see already, or is too busy.
 */
final class Onlooker {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Service service;

  Onlooker(Service service) {
    this.service = service;
  }

  CompletionStage<Optional<Seen<Interpretation>>> interpretation(LifeId id) {
    return ask(replyTo -> new Monitor.HowIs(id, durable(id), replyTo));
  }

  CompletionStage<Optional<Seen<Window>>> window(LifeId id, Scope scope) {
    return ask(replyTo -> new Monitor.SumUp(id, scope, durable(id), replyTo));
  }

  private long durable(LifeId id) {
    return service.directory().find(id).map(Directory.Entry::state).orElseThrow().seq();
  }

  private <T> CompletionStage<Optional<T>> ask(
      Function<ActorRef<Optional<T>>, Monitor.Message> message) {
    var nobody = service.system().<Monitor.Message>ignoreRef();
    if (service.monitor().equals(nobody)) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    return AskPattern.ask(service.monitor(), message::apply, PATIENCE, service.system().scheduler())
        .exceptionally(_ -> Optional.empty());
  }
}
