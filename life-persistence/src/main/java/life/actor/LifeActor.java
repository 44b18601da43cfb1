package life.actor;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import life.actor.Directory.Standing;
import life.actor.Inbox.Reply;
import life.being.Fact;
import life.being.LifeCommand;
import life.being.LifeCommand.Meet;
import life.being.LifeId;
import life.being.Origin;
import life.being.SelfState.Alive;
import life.being.Source;
import life.being.Step;
import life.being.When;
import life.world.Stimulus;
import life.world.World;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.persistence.typed.JournalPersistFailed;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.RecoveryFailed;
import org.apache.pekko.persistence.typed.javadsl.CommandHandlerWithReply;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehaviorWithEnforcedReplies;
import org.apache.pekko.persistence.typed.javadsl.ReplyEffect;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;
import org.jspecify.annotations.Nullable;

/**
 * Runs one being. It adds what a pure function can't: order (its mailbox), durability (facts are
 * persisted before anybody is answered), and publication (a {@link Happening} on the event stream).
 */
public final class LifeActor
    extends EventSourcedBehaviorWithEnforcedReplies<LifeActor.Message, Fact, Ledger> {

  /** Ticks that waited longer than this are let go, so that a stall is not followed by a burst. */
  private static final long STALE_NANOS = 1_000_000_000L;

  /** What can be said to a life. */
  public sealed interface Message {}

  /**
   * Time passes.
   *
   * @param count how many ticks, 1 or more
   * @param sentAt monotonic nanoseconds, for ticks that may be let go when they come late; null for
   *     ticks that somebody asked for one by one
   */
  public record Tick(long count, @Nullable Long sentAt) implements Message {}

  /**
   * Something comes from the environment.
   *
   * @param meet what comes, and when
   * @param replyTo who is answered once it is durable, if anybody waits
   */
  public record EnvironmentEvent(Meet meet, @Nullable ActorRef<Answer> replyTo) implements Message {
    /** Without metadata. */
    public EnvironmentEvent(
        Stimulus stimulus,
        When when,
        Source source,
        @Nullable String key,
        @Nullable ActorRef<Answer> replyTo) {
      this(new Meet(stimulus, when, source, key), replyTo);
    }
  }

  /**
   * Several things come together. What can be goes into one durable write, the rest is refused.
   *
   * @param meets what comes, in order
   * @param replyTo gets {@link Answer.Each} once all of it is durable, on the life's own thread and
   *     returning at once: an actor that waits would cost more than the stimulus
   */
  public record EnvironmentEvents(List<Meet> meets, Consumer<Answer> replyTo) implements Message {
    public EnvironmentEvents {
      meets = List.copyOf(meets);
    }
  }

  /** Begin to live. */
  public record BeBorn(Origin origin, World world, ActorRef<Answer> replyTo) implements Message {}

  /** Live in the world as its file says now. */
  public record Settle() implements Message {}

  /** End this actor, after what has come so far is durable. The life stays in the journal. */
  public record Rest(ActorRef<Done> replyTo) implements Message {}

  /**
   * What the world will bring.
   *
   * @param world which world
   * @param after the first tick foreseen is the one after this
   * @param until the last tick foreseen
   * @param events all that comes in between, in order
   */
  record Foresight(World world, long after, long until, List<EnvironmentEvent> events)
      implements Message {}

  private record Awake(long downtimeMillis) implements Message {}

  private record Flush() implements Message {}

  private final LifeId id;
  private final Surroundings around;
  private final ActorContext<Message> context;
  private final Inbox inbox;
  private final Lookout lookout;
  private List<Reply> inFlight = List.of();
  private boolean isFlushDue;
  private boolean isAwake;

  private LifeActor(LifeId id, Surroundings around, ActorContext<Message> context) {
    super(
        PersistenceId.ofUniqueId(id.slug()),
        SupervisorStrategy.restartWithBackoff(Duration.ofMillis(200), Duration.ofSeconds(5), 0.1));
    this.id = id;
    this.around = around;
    this.context = context;
    this.inbox = new Inbox(around.decider(), around.untilTick());
    this.lookout = new Lookout(inbox, around.generator(), context.getSelf());
  }

  /** The behaviour of the life of that name. */
  public static Behavior<Message> create(LifeId id, Surroundings around) {
    return Behaviors.setup(context -> new LifeActor(id, around, context));
  }

  @Override
  public Ledger emptyState() {
    return Ledger.EMPTY;
  }

  @Override
  public EventHandler<Ledger, Fact> eventHandler() {
    return inbox::after;
  }

  @Override
  public CommandHandlerWithReply<Message, Fact, Ledger> commandHandler() {
    return this::handle;
  }

  @Override
  public boolean shouldSnapshot(Ledger ledger, Fact fact, long seq) {
    return around.snapshots().isDueAt(seq);
  }

  private ReplyEffect<Fact, Ledger> handle(Ledger ledger, Message message) {
    if (Standing.of(ledger.self()) instanceof Standing.Unlivable && !(message instanceof Rest)) {
      return Effect().noReply();
    }
    return switch (message) {
      case Tick(long count, var sentAt) -> {
        if (sentAt == null) {
          inbox.oweSteps(count);
        } else if (System.nanoTime() - sentAt < STALE_NANOS) {
          inbox.oweClockTicks(count);
        }
        yield gather(ledger);
      }
      case EnvironmentEvent event -> {
        inbox.add(event.meet(), event.replyTo());
        yield gather(ledger);
      }
      case EnvironmentEvents(var meets, var replyTo) -> {
        inbox.addAll(meets, replyTo);
        yield gather(ledger);
      }
      case BeBorn(var origin, var world, var replyTo) -> {
        inbox.add(new LifeCommand.BeBorn(origin, world), replyTo);
        yield gather(ledger);
      }
      case Foresight foresight -> {
        lookout.take(foresight, ledger);
        yield gather(ledger);
      }
      case Awake(long downtimeMillis) -> {
        awake(ledger, downtimeMillis);
        yield gather(ledger);
      }
      case Settle _ -> {
        settle(ledger);
        yield gather(ledger);
      }
      case Flush _ -> {
        isFlushDue = false;
        yield flush(ledger);
      }
      case Rest(var replyTo) -> rest(ledger, replyTo);
    };
  }

  /** Lets what is in the mailbox gather first, so that one write carries all of it. */
  private ReplyEffect<Fact, Ledger> gather(Ledger ledger) {
    lookout.look(ledger);
    if (!isFlushDue && inbox.isReady(ledger)) {
      isFlushDue = true;
      context.getSelf().tell(new Flush());
    }
    return Effect().noReply();
  }

  private ReplyEffect<Fact, Ledger> flush(Ledger ledger) {
    var batch = inbox.live(ledger);
    if (batch.steps().isEmpty()) {
      batch.replies().forEach(Reply::send);
      return Effect().noReply();
    }
    inFlight = batch.replies();
    return Effect()
        .persist(batch.facts())
        .thenRun((Ledger after) -> tell(batch.steps(), after))
        .thenNoReply();
  }

  private void tell(List<Step> steps, Ledger after) {
    around.directory().stands(id, context.getSelf(), new Standing.Present(after.self()));
    inFlight.forEach(Reply::send);
    inFlight = List.of();
    Adapter.toClassic(context.getSystem()).eventStream().publish(new Happening(id, steps));
    gather(after);
  }

  private ReplyEffect<Fact, Ledger> rest(Ledger ledger, ActorRef<Done> replyTo) {
    var batch = inbox.live(ledger);
    inFlight = batch.replies();
    return Effect()
        .persist(batch.facts())
        .thenRun((Ledger after) -> {
          if (!batch.steps().isEmpty()) {
            tell(batch.steps(), after);
          }
          inFlight.forEach(Reply::send);
          replyTo.tell(Done.done());
        })
        .thenStop()
        .thenNoReply();
  }

  private void awake(Ledger ledger, long downtimeMillis) {
    if (ledger.self().isAlive()) {
      inbox.add(new LifeCommand.Resume(downtimeMillis, around.wasDown()), null);
      settle(ledger);
    }
  }

  private void settle(Ledger ledger) {
    if (ledger.self() instanceof Alive being) {
      around
          .worlds()
          .named(being.world().name())
          .map(world -> world.under(being.world().weather()))
          .ifPresent(world -> inbox.add(new LifeCommand.Settle(world), null));
    }
  }

  @Override
  public SignalHandler<Ledger> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.class, (ledger, _) -> recovered(ledger))
        .onSignal(RecoveryFailed.class, (_, failed) -> notRead(failed.getFailure()))
        .onSignal(JournalPersistFailed.class, (_, failed) -> notWritten(failed.failure()))
        .build();
  }

  private void recovered(Ledger ledger) {
    isFlushDue = false;
    lookout.begin();
    var standing = Standing.of(ledger.self());
    around.directory().stands(id, context.getSelf(), standing);
    if (ledger.self().seq() > 0 && !isAwake && standing instanceof Standing.Present) {
      long now = System.currentTimeMillis();
      long last = around.lastWritten().apply(id).orElse(now);
      context.getSelf().tell(new Awake(Math.max(0, now - last)));
    }
    isAwake = true;
  }

  /** Only damage is told as damage; whatever else kept the journal from being read may pass. */
  private void notRead(Throwable failure) {
    context.getLog().error("The journal of {} can't be read: {}", id, failure.getMessage());
    Standing.Damaged.by(failure)
        .ifPresent(damage -> around.directory().stands(id, context.getSelf(), damage));
  }

  private void notWritten(Throwable failure) {
    context.getLog().warn("The journal did not take what happened to {}: {}", id, failure);
    var why = "the journal can't be written now: " + failure.getMessage();
    inFlight.forEach(reply -> reply.to().accept(new Answer.Unavailable(why)));
    inFlight = List.of();
  }
}
