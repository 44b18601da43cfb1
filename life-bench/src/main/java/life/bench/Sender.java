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
 * Sends stimuli to one life: so many at first, and from then on one for each answer. A life answers
 * in the order of sending.
 */
final class Sender extends AbstractBehavior<Answer> {
  private static final Stimulus[] BY_TURNS = {
    new Stimulus("noise", 0.3), new Stimulus("recovery", 0.5), new Stimulus("idle", 0.1)
  };

  /** What all senders of a run share. */
  static final class Load {
    final LongAdder answered = new LongAdder();
    final LongAdder refused = new LongAdder();
    volatile Latencies latencies = new Latencies();
    volatile boolean isOver;
  }

  private final ActorRef<LifeActor.Message> life;
  private final Load load;
  private final ArrayDeque<Long> sentAt;
  private int sent;

  private Sender(
      ActorContext<Answer> context, ActorRef<LifeActor.Message> life, Load load, int inFlight) {
    super(context);
    this.life = life;
    this.load = load;
    this.sentAt = new ArrayDeque<>(inFlight);
    for (int i = 0; i < inFlight; i++) {
      send();
    }
  }

  static Behavior<Answer> create(ActorRef<LifeActor.Message> life, Load load, int inFlight) {
    return Behaviors.setup(context -> new Sender(context, life, load, inFlight));
  }

  @Override
  public Receive<Answer> createReceive() {
    return newReceiveBuilder().onAnyMessage(this::answered).build();
  }

  private Behavior<Answer> answered(Answer answer) {
    load.latencies.add(System.nanoTime() - sentAt.removeFirst());
    (answer instanceof Answer.Accepted ? load.answered : load.refused).increment();
    if (load.isOver) {
      return Behaviors.stopped();
    }
    send();
    return this;
  }

  private void send() {
    sentAt.addLast(System.nanoTime());
    life.tell(
        new LifeActor.EnvironmentEvent(
            BY_TURNS[sent++ % BY_TURNS.length],
            new When.Now(),
            Source.OUTSIDE,
            null,
            getContext().getSelf()));
  }
}
