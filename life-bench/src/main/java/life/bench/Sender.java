package life.bench;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.LongAdder;
import life.actor.Answer;
import life.actor.LifeActor;
import life.being.Source;
import life.being.When;
import life.world.Stimulus;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;

/**
 * Sends stimuli to one life: so many at first, and from then on one for each answer, until it is
 * told to pause. A life answers in the order of sending.
 *
 * <p>It hears {@link Answer} and {@link Go}.
 */
final class Sender extends AbstractBehavior<Object> {
  private static final Stimulus[] BY_TURNS = {
    new Stimulus("noise", 0.3), new Stimulus("recovery", 0.5), new Stimulus("idle", 0.1)
  };

  /** Begin to send, or go on. */
  enum Go {
    ON
  }

  /** What all senders of a settlement share. */
  static final class Load {
    final LongAdder sent = new LongAdder();
    final LongAdder answered = new LongAdder();
    final LongAdder refused = new LongAdder();
    volatile Latencies latencies = new Latencies();
    volatile boolean isPaused;
  }

  private final ActorRef<LifeActor.Message> life;
  private final ActorRef<Answer> self;
  private final Load load;
  private final int inFlight;
  private final ArrayDeque<Long> sentAt = new ArrayDeque<>();
  private int turn;

  private Sender(
      ActorContext<Object> context, ActorRef<LifeActor.Message> life, Load load, int inFlight) {
    super(context);
    this.life = life;
    this.self = context.getSelf().narrow();
    this.load = load;
    this.inFlight = inFlight;
  }

  static Behavior<Object> create(ActorRef<LifeActor.Message> life, Load load, int inFlight) {
    return Behaviors.setup(context -> new Sender(context, life, load, inFlight));
  }

  @Override
  public Receive<Object> createReceive() {
    return newReceiveBuilder()
        .onMessage(Answer.class, this::answered)
        .onMessage(Go.class, _ -> send())
        .build();
  }

  private Behavior<Object> answered(Answer answer) {
    load.latencies.add(System.nanoTime() - sentAt.removeFirst());
    (answer instanceof Answer.Accepted ? load.answered : load.refused).increment();
    return load.isPaused ? this : send();
  }

  private Behavior<Object> send() {
    while (sentAt.size() < inFlight) {
      sentAt.addLast(System.nanoTime());
      load.sent.increment();
      life.tell(
          new LifeActor.EnvironmentEvent(
              BY_TURNS[turn++ % BY_TURNS.length], new When.Now(), Source.OUTSIDE, null, self));
    }
    return this;
  }
}
