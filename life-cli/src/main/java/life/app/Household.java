package life.app;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import life.actor.Directory;
import life.actor.Generator;
import life.actor.HookRunner;
import life.actor.KeptStates;
import life.actor.KnownWorlds;
import life.actor.LifeLog;
import life.actor.Lives;
import life.actor.Monitor;
import life.actor.NoticeHandlers;
import life.actor.NoticeLog;
import life.actor.Surroundings;
import life.actor.Ticker;
import life.actor.Watches;
import life.actor.Waymarks;
import life.archive.Charts;
import life.archive.Upkeep;
import life.being.Decider;
import life.being.LifeId;
import life.cli.Version;
import life.http.Births;
import life.http.PrometheusMeters;
import life.http.Service;
import life.http.Subscribers;
import life.journal.Biography;
import life.journal.JournalFailure;
import life.journal.SnapshotArchive;
import life.journal.Stores;
import life.law.Laws;
import life.notice.KeptNotices;
import life.notice.Notices;
import life.world.World;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.MailboxSelector;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** All actors of a process, wired together. */
final class Household {
  private static final String SYSTEM = "life";

  /** Happenings that may wait for a watcher; what it then misses goes to the dead letters. */
  private static final int WAITING = 100_000;

  private static final Duration BETWEEN_UPKEEPS = Duration.ofSeconds(2);

  private static final String BLOCKING = "pekko.actor.default-blocking-io-dispatcher";

  private final Plan plan;
  private final KnownWorlds worlds;
  private final Function<Biography, HandOver> left;
  private final LifeLog.Listener listener;
  private final NoticeLog.Listener noticed;
  private final CompletableFuture<Service> ready = new CompletableFuture<>();

  private Household(
      Plan plan,
      Function<Biography, HandOver> left,
      Map<String, World> worlds,
      LifeLog.Listener listener,
      NoticeLog.Listener noticed) {
    this.plan = plan;
    this.left = left;
    this.worlds = new KnownWorlds(worlds);
    this.listener = listener;
    this.noticed = noticed;
  }

  /**
   * Starts the actors and wakes the lives that the journal knows.
   *
   * @param left what the process before left behind, as far as it fits the journal
   * @throws life.journal.JournalFailure if the journal can't be opened; then nothing runs
   */
  static Service start(
      Plan plan,
      Function<Biography, HandOver> left,
      Map<String, World> worlds,
      LifeLog.Listener listener,
      NoticeLog.Listener noticed) {
    var household = new Household(plan, left, worlds, listener, noticed);
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
    var before = left.apply(biography);
    var known = biography.lives();
    var directory = new Directory(known);
    var meters = new PrometheusMeters(system, store, directory);
    context.spawn(LifeLog.create(listener), "log", MailboxSelector.bounded(WAITING));
    var notices = notices(system);
    var monitor = monitor(context, biography, notices, known);
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
            plan.untilTick(),
            before.downtime());
    var lives = context.spawn(Lives.create(around, known), "lives");
    var ticker =
        context.spawn(Ticker.create(directory, plan.beat(), before.timeOr(plan)), "ticker");
    return new Service(
        system,
        directory,
        lives,
        ticker,
        monitor,
        biography,
        store,
        notices.map(Notices.class::cast),
        charts(system, biography, directory),
        Stores.get(system).notes(plan.config().getConfig("life.journal")),
        arrived(biography, lives, monitor, () -> Stores.get(system).snapshots(snapshots)),
        worlds,
        plan.laws(),
        meters,
        new Subscribers(),
        new Births(),
        Version.number());
  }

  private Optional<KeptNotices> notices(ActorSystem<?> system) {
    var journal = plan.config().getConfig("life.journal");
    return plan.monitor()
        ? Optional.of(new KeptNotices(() -> Stores.get(system).observations(journal)))
        : Optional.empty();
  }

  /** The charts, and whoever lets their pyramids grow, apart from the lives' threads. */
  private Charts charts(ActorSystem<?> system, Biography biography, Directory directory) {
    var journal = plan.config().getConfig("life.journal");
    var charts = Charts.kept(biography, () -> Stores.get(system).pyramids(journal, Charts.VERSION));
    system
        .scheduler()
        .scheduleWithFixedDelay(
            BETWEEN_UPKEEPS,
            BETWEEN_UPKEEPS,
            new Upkeep(charts, () -> heads(directory)),
            system.dispatchers().lookup(DispatcherSelector.blocking()));
    return charts;
  }

  private static Map<LifeId, Long> heads(Directory directory) {
    var heads = new LinkedHashMap<LifeId, Long>();
    directory.all().forEach(entry -> heads.put(entry.id(), entry.state().seq()));
    return heads;
  }

  /** Whoever watches reads and writes files, so all of them are apart from the lives' threads. */
  private ActorRef<Monitor.Message> monitor(
      ActorContext<Void> context,
      Biography biography,
      Optional<KeptNotices> notices,
      List<LifeId> known) {
    context.spawn(NoticeLog.create(noticed), "notice-log", apart(WAITING));
    context.spawn(
        NoticeHandlers.create(NoticeHandlers.found()),
        "notice-handlers",
        apart(NoticeHandlers.CAPACITY));
    var watches = notices.map(kept -> new Watches(biography, kept, known));
    return context.spawn(Monitor.create(watches), "monitor", apart(WAITING));
  }

  private static Props apart(int waiting) {
    return MailboxSelector.bounded(waiting).withDispatcherFromConfig(BLOCKING);
  }

  /** A life that came as a whole gets its snapshots, and wakes. */
  private Consumer<LifeId> arrived(
      Biography biography,
      ActorRef<Lives.Message> lives,
      ActorRef<Monitor.Message> monitor,
      Supplier<SnapshotArchive> snapshots) {
    var waymarks = new Waymarks(biography, snapshots, plan.snapshots());
    return id -> {
      waymarks.set(id);
      lives.tell(new Lives.Wake(id));
      monitor.tell(new Monitor.Arrived(id));
    };
  }
}
