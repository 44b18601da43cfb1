package life.bench;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import life.actor.Directory;
import life.actor.Generator;
import life.actor.KnownWorlds;
import life.actor.Lives;
import life.actor.Monitor;
import life.actor.SnapshotPolicy;
import life.actor.Surroundings;
import life.being.Decider;
import life.being.LifeId;
import life.journal.Stores;
import life.law.Laws;
import life.world.World;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.SpawnProtocol;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** The actors of {@code life run} without HTTP, ticker and story, over a journal of choice. */
final class Settlement implements AutoCloseable {
  /** Which journal is written. */
  enum Journal {
    /** The program's own. */
    ROCKS("life.journal"),
    /** {@link NullJournal}. */
    NOTHING("life.bench.null");

    private final String plugin;

    Journal(String plugin) {
      this.plugin = plugin;
    }
  }

  private static final SnapshotPolicy SNAPSHOTS = new SnapshotPolicy(1_000);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Journal journal;
  private final Config config;
  private final Map<String, World> worlds;
  private final Directory directory = new Directory();
  private final CompletableFuture<ActorRef<Lives.Message>> lives = new CompletableFuture<>();
  private final ActorSystem<SpawnProtocol.Command> system;

  /**
   * Starts the actors.
   *
   * @param folder of journal and snapshots
   * @param worlds that the lives may know
   * @param known lives that are in the journal and shall be woken
   */
  Settlement(Journal journal, Path folder, Collection<World> worlds, Collection<LifeId> known) {
    this.journal = journal;
    this.config = config(journal, folder);
    this.worlds = worlds.stream().collect(Collectors.toMap(World::name, Function.identity()));
    this.system = ActorSystem.create(guardian(known), "bench", config);
  }

  private Behavior<SpawnProtocol.Command> guardian(Collection<LifeId> known) {
    return Behaviors.setup(context -> {
      lives.complete(context.spawn(Lives.create(surroundings(context), known), "lives"));
      context.spawn(Monitor.create(), "monitor");
      return SpawnProtocol.create();
    });
  }

  private Surroundings surroundings(ActorContext<?> context) {
    Function<LifeId, OptionalLong> lastWritten = _ -> OptionalLong.empty();
    return new Surroundings(
        new Decider(new Laws()),
        new KnownWorlds(worlds),
        directory,
        context.spawn(Generator.create(), "generator"),
        SNAPSHOTS,
        lastWritten,
        OptionalLong.empty(),
        null);
  }

  Directory directory() {
    return directory;
  }

  ActorRef<Lives.Message> lives() {
    return lives.join();
  }

  ActorSystem<SpawnProtocol.Command> system() {
    return system;
  }

  /** How many syncs the journal has made; none if it keeps nothing. */
  long commits() {
    return switch (journal) {
      case ROCKS -> Stores.get(system).facts(config.getConfig(journal.plugin)).commits();
      case NOTHING -> 0;
    };
  }

  <T> ActorRef<T> spawn(Behavior<T> behavior) {
    return AskPattern.ask(
            system,
            (ActorRef<ActorRef<T>> to) ->
                new SpawnProtocol.Spawn<>(behavior, "", Props.empty(), to),
            PATIENCE,
            system.scheduler())
        .toCompletableFuture()
        .join();
  }

  @Override
  public void close() {
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().join();
  }

  private static Config config(Journal journal, Path folder) {
    return ConfigFactory.parseMap(
            Map.of(
                "pekko.persistence.journal.plugin",
                journal.plugin,
                "life.journal.dir",
                folder.toString(),
                "life.bench.null.class",
                NullJournal.class.getName(),
                "life.bench.null.plugin-dispatcher",
                "pekko.actor.default-dispatcher",
                "life.bench.null.write-response-global-order",
                "off",
                "pekko.loglevel",
                "WARNING"))
        .withFallback(ConfigFactory.load());
  }
}
