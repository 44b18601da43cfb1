package life.actor;

import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.ThreadLocalRandom;
import life.being.LawSettings;
import life.being.LifeId;
import life.being.Origin;
import life.being.Refusal;
import life.world.World;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.jspecify.annotations.Nullable;

/** All lives of a process: wakes those that the journal knows, bears new ones, lets all rest. */
public final class Lives extends AbstractBehavior<Lives.Message> {
  /** What can be asked. */
  public sealed interface Message {}

  /**
   * Bear a being.
   *
   * @param id its name
   * @param seed of all chance in its life
   * @param laws it lives under
   * @param world where it lives
   * @param replyTo gets {@link Answer.BornNow} or a refusal
   */
  public record Bear(LifeId id, long seed, LawSettings laws, World world, ActorRef<Answer> replyTo)
      implements Message {}

  /** A seed for a being for which nobody chose one. */
  public static long anySeed() {
    return ThreadLocalRandom.current().nextLong(Origin.DRAWN_SEEDS);
  }

  /** Wake a life that has come into the journal; nothing happens if it is awake. */
  public record Wake(LifeId id) implements Message {}

  /** Let all lives settle in their worlds as these are known now. */
  public record SettleAll() implements Message {}

  /** Let all lives rest; answered when each of them is durable and stopped. */
  public record RestAll(ActorRef<Done> replyTo) implements Message {}

  private record Rested() implements Message {}

  private final Surroundings around;
  private int resting;
  private @Nullable ActorRef<Done> whenRested;

  private Lives(ActorContext<Message> context, Surroundings around, Collection<LifeId> known) {
    super(context);
    this.around = around;
    known.forEach(this::wake);
  }

  /**
   * The behaviour that wakes the known lives first.
   *
   * @param known all lives that the journal has
   */
  public static Behavior<Message> create(Surroundings around, Collection<LifeId> known) {
    return Behaviors.setup(context -> new Lives(context, around, known));
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(Bear.class, this::bear)
        .onMessage(Wake.class, this::wakeUp)
        .onMessage(SettleAll.class, _ -> settleAll())
        .onMessage(RestAll.class, this::restAll)
        .onMessage(Rested.class, _ -> rested())
        .build();
  }

  private ActorRef<LifeActor.Message> wake(LifeId id) {
    var actor = getContext().spawn(LifeActor.create(id, around), id.slug());
    around.directory().enter(id, actor);
    return actor;
  }

  private Behavior<Message> wakeUp(Wake wake) {
    if (whenRested == null && around.directory().find(wake.id()).isEmpty()) {
      wake(wake.id());
    }
    return this;
  }

  private Behavior<Message> bear(Bear bear) {
    if (whenRested != null) {
      bear.replyTo().tell(new Answer.Unavailable("the process is shutting down"));
      return this;
    }
    var known = around.directory().find(bear.id());
    if (known.isPresent() && known.get().state().seq() > 0) {
      bear.replyTo().tell(new Answer.Refused(new Refusal.AlreadyBorn(bear.id())));
      return this;
    }
    if (known.isPresent()
        && known.get().standing() instanceof Directory.Standing.Damaged(var why)) {
      bear.replyTo().tell(new Answer.Unavailable(why));
      return this;
    }
    var actor = known.map(Directory.Entry::actor).orElseGet(() -> wake(bear.id()));
    var origin = new Origin(bear.id(), bear.seed(), bear.laws(), Instant.now());
    actor.tell(new LifeActor.BeBorn(origin, bear.world(), bear.replyTo()));
    return this;
  }

  private Behavior<Message> settleAll() {
    around.directory().all().forEach(entry -> entry.actor().tell(new LifeActor.Settle()));
    return this;
  }

  private Behavior<Message> restAll(RestAll all) {
    whenRested = all.replyTo();
    var lives = around.directory().all();
    resting = lives.size();
    var each = getContext().messageAdapter(Done.class, _ -> new Rested());
    lives.forEach(entry -> entry.actor().tell(new LifeActor.Rest(each)));
    return resting == 0 ? done() : this;
  }

  private Behavior<Message> rested() {
    resting--;
    return resting == 0 ? done() : this;
  }

  private Behavior<Message> done() {
    if (whenRested != null) {
      whenRested.tell(Done.done());
    }
    return this;
  }
}
