package life.actor;

import java.util.SortedMap;
import java.util.TreeMap;
import life.being.Decider;
import life.being.Fact;
import life.observe.Words;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.eventstream.EventStream;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;

/**
 * Watches all lives from the event stream: counts what happens, and says aloud when a life turns.
 */
public final class Monitor extends AbstractBehavior<Monitor.Message> {
  /** What reaches the monitor. */
  public sealed interface Message {}

  /** Tell what was counted. */
  public record Ask(ActorRef<Tally> replyTo) implements Message {}

  private record Saw(Happening happening) implements Message {}

  private final SortedMap<String, Long> facts = new TreeMap<>();
  private final SortedMap<String, Long> stimuli = new TreeMap<>();

  private Monitor(ActorContext<Message> context) {
    super(context);
    var eyes = context.messageAdapter(Happening.class, Saw::new);
    context.getSystem().eventStream().tell(new EventStream.Subscribe<>(Happening.class, eyes));
  }

  /** The behaviour; it subscribes itself to the event stream. */
  public static Behavior<Message> create() {
    return Behaviors.setup(Monitor::new);
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(Saw.class, saw -> see(saw.happening()))
        .onMessage(Ask.class, this::tell)
        .build();
  }

  private Behavior<Message> see(Happening happening) {
    var state = happening.before();
    for (var fact : happening.facts()) {
      count(fact);
      state = Decider.evolve(state, fact);
      if (isTurn(fact)) {
        getContext().getLog().info("{} (fact {})", Words.of(fact, state), state.seq());
      }
    }
    return this;
  }

  private void count(Fact fact) {
    facts.merge(fact.type(), 1L, Long::sum);
    if (fact instanceof Fact.Met met) {
      stimuli.merge(met.stimulus().kind(), 1L, Long::sum);
    }
  }

  private Behavior<Message> tell(Ask ask) {
    ask.replyTo().tell(new Tally(facts, stimuli));
    return this;
  }

  private static boolean isTurn(Fact fact) {
    return switch (fact) {
      case Fact.Born _, Fact.Degraded _, Fact.Recovered _, Fact.Died _ -> true;
      case Fact.Lived _,
          Fact.Reached _,
          Fact.Resumed _,
          Fact.Settled _,
          Fact.Branched _,
          Fact.Met _,
          Fact.FellAsleep _,
          Fact.Woke _,
          Fact.Consolidated _,
          Fact.Recalled _,
          Fact.Echoed _,
          Fact.Observed _,
          Fact.Adapted _,
          Fact.RolledBack _,
          Fact.Marked _ ->
          false;
    };
  }
}
