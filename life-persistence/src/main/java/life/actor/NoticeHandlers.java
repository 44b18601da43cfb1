package life.actor;

import java.util.List;
import java.util.ServiceLoader;
import life.observe.NoticeHandler;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.eventstream.EventStream;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * Runs the {@link NoticeHandler}s apart from everything else. One that fails is logged, and nobody
 * else notices. It is spawned with a bounded mailbox: if the handlers can't keep up, what they miss
 * goes to the dead letters, which are logged.
 */
public final class NoticeHandlers {
  /** How many notices may wait for slow handlers. */
  public static final int CAPACITY = 10_000;

  private NoticeHandlers() {}

  /** All handlers on the class path. */
  public static List<NoticeHandler> found() {
    return ServiceLoader.load(NoticeHandler.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  /** The behaviour; it subscribes itself to the event stream. */
  public static Behavior<Noticed> create(List<NoticeHandler> handlers) {
    return Behaviors.setup(context -> {
      if (!handlers.isEmpty()) {
        context
            .getSystem()
            .eventStream()
            .tell(new EventStream.Subscribe<>(Noticed.class, context.getSelf()));
      }
      return Behaviors.receiveMessage(noticed -> {
        handlers.forEach(handler -> run(context, handler, noticed));
        return Behaviors.same();
      });
    });
  }

  private static void run(ActorContext<Noticed> context, NoticeHandler handler, Noticed noticed) {
    for (var observation : noticed.observations()) {
      try {
        handler.noticed(noticed.id(), observation);
      } catch (RuntimeException | LinkageError e) {
        context
            .getLog()
            .warn("The handler {} failed; Life goes on", handler.getClass().getName(), e);
      }
    }
  }
}
