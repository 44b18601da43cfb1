package life.journal;

import com.typesafe.config.Config;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.actor.AbstractExtensionId;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.ClassicActorSystemProvider;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.Extension;

/**
 * The open stores of an actor system: one per directory, shared by all plugins, opened at first
 * use.
 *
 * <p>They are closed when the system has terminated, after the last actor has stopped and so after
 * the last write, and before {@code whenTerminated} completes.
 */
public final class Stores implements Extension {

  private static final Id ID = new Id();

  private final Map<Path, FactStore> facts = new ConcurrentHashMap<>();
  private final Map<Path, SnapshotArchive> snapshots = new ConcurrentHashMap<>();

  private static final class Id extends AbstractExtensionId<Stores> {
    @Override
    public Stores createExtension(ExtendedActorSystem system) {
      Stores stores = new Stores();
      system.registerOnTermination(stores::close);
      return stores;
    }
  }

  private Stores() {}

  public static Stores get(ActorSystem system) {
    return ID.get(system);
  }

  public static Stores get(ClassicActorSystemProvider system) {
    return ID.get(system);
  }

  /**
   * The journal of a plugin's configuration.
   *
   * @throws JournalFailure when it can't be opened; the next call tries again
   */
  public FactStore facts(Config plugin) {
    Path directory = directory(plugin, FactStore.DIRECTORY);
    Tuning tuning =
        new Tuning(
            plugin.getBytes("write-buffer"),
            plugin.getBytes("block-cache"),
            plugin.getInt("queue-length"),
            plugin.getInt("cached-lives"),
            false);
    return facts.computeIfAbsent(directory, _ -> FactStore.open(directory, tuning));
  }

  /**
   * The snapshots of a plugin's configuration; a damaged archive is moved aside.
   *
   * @throws JournalUnavailable when it can't be opened; the next call tries again
   */
  public SnapshotArchive snapshots(Config plugin) {
    return snapshots.computeIfAbsent(
        directory(plugin, SnapshotArchive.DIRECTORY), SnapshotArchive::open);
  }

  private static Path directory(Config plugin, String name) {
    return Path.of(plugin.getString("dir")).toAbsolutePath().normalize().resolve(name);
  }

  private void close() {
    facts.values().forEach(FactStore::close);
    snapshots.values().forEach(SnapshotArchive::close);
  }
}
