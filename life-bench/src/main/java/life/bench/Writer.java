package life.bench;

import java.util.concurrent.CountDownLatch;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.Effect;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;

/**
 * An actor that persists one fact for each message, and tells when it has recovered and when it got
 * so far.
 */
final class Writer extends EventSourcedBehavior<Writer.Go, byte[], Integer> {

  /** Persist one. */
  enum Go {
    ON
  }

  private final int goal;
  private final CountDownLatch recovered;
  private final CountDownLatch done;
  private final byte[] fact;

  private Writer(
      String name, int goal, byte[] fact, CountDownLatch recovered, CountDownLatch done) {
    super(PersistenceId.ofUniqueId(name));
    this.goal = goal;
    this.fact = fact;
    this.recovered = recovered;
    this.done = done;
  }

  static Behavior<Go> create(
      String name, int goal, byte[] fact, CountDownLatch recovered, CountDownLatch done) {
    return org.apache.pekko.actor.typed.javadsl.Behaviors.setup(
        _ -> new Writer(name, goal, fact, recovered, done));
  }

  @Override
  public Integer emptyState() {
    return 0;
  }

  @Override
  public CommandHandler<Go, byte[], Integer> commandHandler() {
    return (_, _) ->
        Effect()
            .persist(fact)
            .thenRun(count -> {
              if (count == goal) {
                done.countDown();
              }
            });
  }

  @Override
  public EventHandler<Integer, byte[]> eventHandler() {
    return (count, _) -> count + 1;
  }

  @Override
  public SignalHandler<Integer> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.instance(), _ -> recovered.countDown())
        .build();
  }
}
