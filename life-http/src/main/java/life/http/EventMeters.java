package life.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import life.actor.Happening;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.being.SelfState.Unborn;
import life.journal.FactFormat;
import org.apache.pekko.actor.DeadLetter;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.MailboxSelector;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Listens to the event stream and counts what is said there. It holds nobody up. */
final class EventMeters {
  /** Happenings that may wait; more of them would be counted as dead letters. */
  private static final int WAITING = 100_000;

  private final Map<String, Counter> facts;
  private final Counter ticks;

  private EventMeters(MeterRegistry registry) {
    facts =
        FactFormat.factTypes().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Function.identity(),
                    type ->
                        Counter.builder("life.facts")
                            .tag("kind", type)
                            .description("Facts that became durable, by kind")
                            .register(registry)));
    ticks =
        Counter.builder("life.ticks")
            .description("Ticks that were lived, by all lives together")
            .register(registry);
  }

  /** Begins to listen: of what is published when this has returned, nothing is missed. */
  static void spawn(ActorSystem<?> system, MeterRegistry registry) {
    var lost =
        Counter.builder("life.dead.letters")
            .description("Messages that reached no actor: it had ended, or its mailbox was full")
            .register(registry);
    var audience = new EventMeters(registry);
    listen(system, Happening.class, "meters", MailboxSelector.bounded(WAITING), audience::count);
    listen(system, DeadLetter.class, "dead-letters", Props.empty(), _ -> lost.increment());
  }

  private static <T> void listen(
      ActorSystem<?> system, Class<T> what, String name, Props props, Consumer<T> count) {
    Behavior<T> behavior =
        Behaviors.receiveMessage(message -> {
          count.accept(message);
          return Behaviors.same();
        });
    var listener = system.systemActorOf(behavior, name, props);
    Adapter.toClassic(system).eventStream().subscribe(Adapter.toClassic(listener), what);
  }

  private void count(Happening happening) {
    for (var step : happening.steps()) {
      var counter = facts.get(step.fact().type());
      if (counter != null) {
        counter.increment();
      }
    }
    long lived = tick(happening.after()) - tick(happening.before());
    ticks.increment((double) lived);
  }

  private static long tick(SelfState state) {
    return switch (state) {
      case Unborn _ -> 0;
      case Alive being -> being.tick();
      case Dead dead -> dead.last().tick();
    };
  }
}
