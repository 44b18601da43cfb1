package life.app;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import life.actor.Directory;
import life.actor.Generator;
import life.actor.HookRunner;
import life.actor.KeptStates;
import life.actor.LifeLog;
import life.actor.Lives;
import life.actor.Monitor;
import life.actor.Surroundings;
import life.actor.Ticker;
import life.actor.Waymarks;
import life.being.Decider;
import life.being.LifeId;
import life.cli.Version;
import life.http.Service;
import life.journal.Biography;
import life.journal.JournalFailure;
import life.journal.SnapshotArchive;
import life.journal.Stores;
import life.law.Laws;
import life.world.World;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.MailboxSelector;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** All actors of a process, wired together. */
final class Household {
  private static final String SYSTEM = "life";

  /** Happenings that may wait for a watcher; what it then misses goes to the dead letters. */
  private static final int WAITING = 100_000;

  private final Plan plan;
  private final Map<String, World> worlds;
  private final LifeLog.Listener listener;
  private final CompletableFuture<Service> ready = new CompletableFuture<>();

  private Household(Plan plan, Map<String, World> worlds, LifeLog.Listener listener) {
    this.plan = plan;
    this.worlds = worlds;
    this.listener = listener;
  }

  /**
   * Starts the actors and wakes the lives that the journal knows.
   *
   * @throws life.journal.JournalFailure if the journal can't be opened; then nothing runs
   */
  static Service start(Plan plan, Map<String, World> worlds, LifeLog.Listener listener) {
    var household = new Household(plan, worlds, listener);
    var system = ActorSystem.create(household.guardian(), SYSTEM, plan.config());
    try {
      return household.ready.join();
    } catch (CompletionException e) {
      system.terminate();
      throw e.getCause() instanceof JournalFailure failure ? failure : e;
    }
  }

  private Behavior<Void> guardian() {
    return Behaviors.setup(context -> {
      try {
        ready.complete(furnish(context));
        return Behaviors.empty();
      } catch (RuntimeException e) {
        ready.completeExceptionally(e);
        return Behaviors.stopped();
      }
    });
  }

  private Service furnish(ActorContext<Void> context) {
    var system = context.getSystem();
    var store = Stores.get(system).facts(plan.config().getConfig("life.journal"));
    var snapshots = plan.config().getConfig("life.snapshots");
    var biography =
        new Biography(store, new KeptStates(() -> Stores.get(system).snapshots(snapshots)));
    var directory = new Directory();
    context.spawn(LifeLog.create(listener), "log", MailboxSelector.bounded(WAITING));
    var monitor = context.spawn(Monitor.create(), "monitor", MailboxSelector.bounded(WAITING));
    context.spawn(
        HookRunner.create(HookRunner.found()),
        "hooks",
        MailboxSelector.bounded(HookRunner.CAPACITY));
    var generator = context.spawn(Generator.create(), "generator");
    var around =
        new Surroundings(
            new Decider(new Laws()),
            worlds,
            directory,
            generator,
            plan.snapshots(),
            biography::lastWritten,
            plan.untilTick());
    var lives = context.spawn(Lives.create(around, biography.lives()), "lives");
    var ticker = context.spawn(Ticker.create(directory, plan.beat(), plan.time()), "ticker");
    return new Service(
        system,
        directory,
        lives,
        ticker,
        monitor,
        biography,
        store,
        arrived(biography, lives, () -> Stores.get(system).snapshots(snapshots)),
        worlds,
        plan.laws(),
        Version.number());
  }

  /** A life that came as a whole gets its snapshots, and wakes. */
  private Consumer<LifeId> arrived(
      Biography biography, ActorRef<Lives.Message> lives, Supplier<SnapshotArchive> snapshots) {
    var waymarks = new Waymarks(biography, snapshots, plan.snapshots());
    return id -> {
      waymarks.set(id);
      lives.tell(new Lives.Wake(id));
    };
  }
}
