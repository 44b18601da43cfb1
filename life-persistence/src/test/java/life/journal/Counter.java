package life.journal;

import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.Effect;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.RetentionCriteria;

/** A life that only counts. Its state is text, "facts/facts in the snapshot that it came from". */
final class Counter extends EventSourcedBehavior<Counter.Message, String, String> {

  sealed interface Message permits Add, Get {}

  record Add(ActorRef<String> replyTo) implements Message {}

  record Get(ActorRef<String> replyTo) implements Message {}

  private Counter(String name) {
    super(PersistenceId.ofUniqueId(name));
  }

  static Behavior<Message> create(String name) {
    return new Counter(name);
  }

  @Override
  public String emptyState() {
    return "0";
  }

  @Override
  public CommandHandler<Message, String, String> commandHandler() {
    return (state, message) ->
        switch (message) {
          case Add add -> Effect().persist("one").thenRun(_ -> add.replyTo().tell("added"));
          case Get get -> Effect().none().thenRun(_ -> get.replyTo().tell(told(state)));
        };
  }

  private String told(String state) {
    return "%s facts, %d of them from a snapshot".formatted(state, snapshotFacts);
  }

  private long snapshotFacts;

  @Override
  public EventHandler<String, String> eventHandler() {
    return (state, _) -> String.valueOf(Integer.parseInt(state) + 1);
  }

  @Override
  public RetentionCriteria retentionCriteria() {
    return RetentionCriteria.snapshotEvery(10, 5);
  }

  @Override
  public org.apache.pekko.persistence.typed.SnapshotAdapter<String> snapshotAdapter() {
    return new org.apache.pekko.persistence.typed.SnapshotAdapter<>() {
      @Override
      public Object toJournal(String state) {
        return state;
      }

      @Override
      public String fromJournal(Object from) {
        snapshotFacts = Long.parseLong((String) from);
        return (String) from;
      }
    };
  }
}
