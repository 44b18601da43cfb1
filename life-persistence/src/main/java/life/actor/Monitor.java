package life.actor;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import life.being.Fact;
import life.being.LifeId;
import life.observe.Interpretation;
import life.observe.Scope;
import life.observe.Window;
import life.observe.Words;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.eventstream.EventStream;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * Watches all lives from the event stream: counts what happens, says aloud when a life turns,
 * publishes what it {@link Noticed}, and answers how a being is doing. It blocks while it reads and
 * writes, so it runs apart from the lives; it never speaks to them.
 */
public final class Monitor extends AbstractBehavior<Monitor.Message> {
  /** What reaches the monitor. */
  public sealed interface Message {}

  /** Tell what was counted. */
  public record Ask(ActorRef<Tally> replyTo) implements Message {}

  /**
   * Tell how a being is doing now; empty if that has to be read in its journal.
   *
   * @param least a fact that the answer takes into account at least
   */
  public record HowIs(LifeId id, long least, ActorRef<Optional<Seen<Interpretation>>> replyTo)
      implements Message {}

  /**
   * Tell what its present hour, day or life was so far; empty if that has to be read in its
   * journal.
   *
   * @param least a fact that the answer takes into account at least
   */
  public record SumUp(LifeId id, Scope of, long least, ActorRef<Optional<Seen<Window>>> replyTo)
      implements Message {}

  /** Tell how many lives have more in the journal than was seen of them, as far as is known. */
  public record HowFarBehind(ActorRef<Integer> replyTo) implements Message {}

  /** A whole life has come into the journal. */
  public record Arrived(LifeId id) implements Message {}

  private record Saw(Happening happening) implements Message {}

  private record GoOn() implements Message {}

  private record LookAfter() implements Message {}

  /** How often those are looked after of whom something was missed. */
  private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(5);

  private final Map<String, Long> facts = new HashMap<>();
  private final Map<String, Long> stimuli = new HashMap<>();

  private final Optional<Watches> watches;
  private boolean hasGoneOn;

  private Monitor(
      ActorContext<Message> context, TimerScheduler<Message> timers, Optional<Watches> watches) {
    super(context);
    this.watches = watches;
    var eyes = context.messageAdapter(Happening.class, Saw::new);
    context.getSystem().eventStream().tell(new EventStream.Subscribe<>(Happening.class, eyes));
    if (watches.isPresent()) {
      timers.startTimerWithFixedDelay(new LookAfter(), BETWEEN_ROUNDS);
      context.getSelf().tell(new GoOn());
    }
  }

  /** The behaviour of a monitor that only counts; it subscribes itself to the event stream. */
  public static Behavior<Message> create() {
    return create(Optional.empty());
  }

  /**
   * The behaviour; it subscribes itself to the event stream.
   *
   * @param watches over the lives, if they are to be understood
   */
  public static Behavior<Message> create(Optional<Watches> watches) {
    return Behaviors.setup(
        context -> Behaviors.withTimers(timers -> new Monitor(context, timers, watches)));
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(Saw.class, saw -> see(saw.happening()))
        .onMessage(Ask.class, this::tell)
        .onMessage(HowIs.class, this::tell)
        .onMessage(SumUp.class, this::tell)
        .onMessage(HowFarBehind.class, this::tell)
        .onMessage(Arrived.class, arrived -> watch(each -> each.arrived(arrived.id())))
        .onMessage(GoOn.class, _ -> goOn())
        .onMessage(LookAfter.class, _ -> lookAfter())
        .onSignal(PostStop.class, _ -> rest())
        .build();
  }

  private Behavior<Message> see(Happening happening) {
    for (var step : happening.steps()) {
      var fact = step.fact();
      count(fact);
      if (isTurn(fact)) {
        getContext()
            .getLog()
            .info("{} (fact {})", Words.of(fact, step.after()), step.after().seq());
      }
    }
    return watch(each -> each.see(happening).ifPresent(this::publish));
  }

  /** Does it, and lets those go on who are behind then. */
  private Behavior<Message> watch(Consumer<Watches> what) {
    watches.ifPresent(each -> {
      boolean wereBehind = each.areBehind();
      what.accept(each);
      if (each.areBehind() && !wereBehind) {
        getContext().getSelf().tell(new GoOn());
      }
    });
    return this;
  }

  /** In a full mailbox the word to go on may have been lost. */
  private Behavior<Message> lookAfter() {
    if (!hasGoneOn && watches.filter(Watches::areBehind).isPresent()) {
      getContext().getSelf().tell(new GoOn());
    }
    hasGoneOn = false;
    return watch(Watches::lookAfter);
  }

  private Behavior<Message> goOn() {
    hasGoneOn = true;
    watches.ifPresent(each -> {
      each.catchUp().ifPresent(this::publish);
      if (each.areBehind()) {
        getContext().getSelf().tell(new GoOn());
      }
    });
    return this;
  }

  private void publish(Noticed noticed) {
    getContext().getSystem().eventStream().tell(new EventStream.Publish<>(noticed));
  }

  private Behavior<Message> rest() {
    watches.ifPresent(Watches::rest);
    return this;
  }

  private void count(Fact fact) {
    facts.merge(fact.type(), 1L, Long::sum);
    if (fact instanceof Fact.Met met) {
      stimuli.merge(met.stimulus().kind(), 1L, Long::sum);
    }
  }

  private Behavior<Message> tell(Ask ask) {
    ask.replyTo().tell(new Tally(new TreeMap<>(facts), new TreeMap<>(stimuli)));
    return this;
  }

  private Behavior<Message> tell(HowIs ask) {
    ask.replyTo()
        .tell(
            watches.flatMap(each ->
                each.known(ask.id(), ask.least(), watch -> Optional.of(watch.interpretation()))));
    return this;
  }

  private Behavior<Message> tell(SumUp ask) {
    ask.replyTo()
        .tell(
            watches.flatMap(
                each -> each.known(ask.id(), ask.least(), watch -> watch.window(ask.of()))));
    return this;
  }

  private Behavior<Message> tell(HowFarBehind ask) {
    ask.replyTo().tell(watches.map(Watches::behind).orElse(0));
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
