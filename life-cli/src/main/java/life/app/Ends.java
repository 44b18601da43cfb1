package life.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import life.actor.Lives;
import life.actor.Ticker;
import life.http.Service;
import life.http.listen.Listener;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;

/** How each part of a Life is ended. */
record Ends(Service service, Listener listener, Patiences patiences, RestartState restart) {
  /** Longer than any patience: what does not end is forced by whoever waits. */
  private static final Duration FOR_EVER = Duration.ofMinutes(2);

  /** The parts, in the order in which they end. */
  List<Component> components(Runnable halt) {
    return List.of(
        component(Patiences.INTAKE, this::intake, () -> {}),
        component(Patiences.STREAMS, listener::gone, listener::cut),
        component(Patiences.TICKER, this::ticker, () -> {}),
        component(Patiences.LIVES, this::lives, restart::write),
        component(Patiences.JOURNAL, this::journal, halt));
  }

  private Component component(String name, Supplier<CompletionStage<Done>> end, Runnable force) {
    return new Component(name, patiences.of(name), end, force);
  }

  private CompletionStage<Done> intake() {
    restart.notes(service.subscribers().now());
    return listener.unbind();
  }

  private CompletionStage<Done> ticker() {
    return AskPattern.ask(service.ticker(), Ticker.Ask::new, FOR_EVER, service.system().scheduler())
        .thenCompose(time -> {
          restart.notes(time);
          return AskPattern.ask(
              service.ticker(),
              (ActorRef<Ticker.Time> replyTo) ->
                  new Ticker.Change(OptionalDouble.empty(), Optional.of(true), replyTo),
              FOR_EVER,
              service.system().scheduler());
        })
        .thenApply(_ -> Done.done());
  }

  private CompletionStage<Done> lives() {
    return AskPattern.ask(
            service.lives(), Lives.RestAll::new, FOR_EVER, service.system().scheduler())
        .thenApply(done -> {
          restart.write();
          return done;
        });
  }

  /** It closes when the last actor has stopped. */
  private CompletionStage<Done> journal() {
    return CompletableFuture.supplyAsync(() -> {
      service.system().getWhenTerminated().toCompletableFuture().join();
      return Done.done();
    });
  }
}
