package life.actor;

import java.util.List;
import java.util.ServiceLoader;
import life.being.Lifecycle;
import life.being.LifecycleHooks;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.eventstream.EventStream;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * Runs the {@link LifecycleHooks} apart from the lives, on durable facts only. A hook that fails is
 * logged, and neither the life nor the other hooks notice. It is spawned with a bounded mailbox: if
 * the hooks can't keep up, what they miss goes to the dead letters, which are logged.
 */
public final class HookRunner {
  /** How many happenings may wait for slow hooks. */
  public static final int CAPACITY = 10_000;

  private HookRunner() {}

  /** All hooks on the class path. */
  public static List<LifecycleHooks> found() {
    return ServiceLoader.load(LifecycleHooks.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  /** The behaviour; it subscribes itself to the event stream. */
  public static Behavior<Happening> create(List<LifecycleHooks> hooks) {
    return Behaviors.setup(context -> {
      if (!hooks.isEmpty()) {
        context
            .getSystem()
            .eventStream()
            .tell(new EventStream.Subscribe<>(Happening.class, context.getSelf()));
      }
      return Behaviors.receiveMessage(happening -> {
        hooks.forEach(hook -> run(context, hook, happening));
        return Behaviors.same();
      });
    });
  }

  private static void run(
      ActorContext<Happening> context, LifecycleHooks hook, Happening happening) {
    try {
      Lifecycle.announce(hook, happening.steps());
    } catch (RuntimeException | LinkageError e) {
      context.getLog().warn("The hook {} failed; the life goes on", hook.getClass().getName(), e);
    }
  }
}
