package life.app;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import life.actor.Lives;
import life.actor.Ticker;
import life.http.Service;
import life.http.listen.Listener;
import org.apache.pekko.Done;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;

/**
 * The order in which a process ends: intake first, then time, then the lives, each durable; the
 * journal closes when the last actor has stopped. Ten seconds in all.
 */
final class Shutdown {
  private static final Duration INTAKE = Duration.ofSeconds(3);
  private static final Duration LIVES = Duration.ofSeconds(4);

  private Shutdown() {}

  static void arrange(Service service, Listener listener) {
    var system = service.system();
    var shutdown = CoordinatedShutdown.get(system);
    shutdown.addTask(
        CoordinatedShutdown.PhaseServiceUnbind(), "intake", () -> listener.close(INTAKE));
    shutdown.addTask(
        CoordinatedShutdown.PhaseServiceRequestsDone(),
        "ticker",
        () ->
            AskPattern.ask(
                    service.ticker(),
                    (ActorRef<Ticker.Time> replyTo) ->
                        new Ticker.Change(OptionalDouble.empty(), Optional.of(true), replyTo),
                    LIVES,
                    system.scheduler())
                .thenApply(_ -> Done.done()));
    shutdown.addTask(
        CoordinatedShutdown.PhaseServiceStop(),
        "lives",
        () -> AskPattern.ask(service.lives(), Lives.RestAll::new, LIVES, system.scheduler()));
  }
}
