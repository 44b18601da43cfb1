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

  private final Config settings;
  private final Map<Path, FactStore> facts = new ConcurrentHashMap<>();
  private final Map<Path, SnapshotArchive> snapshots = new ConcurrentHashMap<>();
  private final Map<Path, ObservationArchive> observations = new ConcurrentHashMap<>();
  private final Map<Path, PyramidArchive> pyramids = new ConcurrentHashMap<>();
  private final Map<Path, PinnedNotes> notes = new ConcurrentHashMap<>();

  private static final class Id extends AbstractExtensionId<Stores> {
    @Override
    public Stores createExtension(ExtendedActorSystem system) {
      Stores stores = new Stores(system.settings().config());
      system.registerOnTermination(stores::close);
      return stores;
    }
  }

  private Stores(Config settings) {
    this.settings = settings;
  }

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

  /**
   * What was noticed in the lives of a journal; a damaged archive is moved aside.
   *
   * @throws JournalUnavailable when it can't be opened; the next call tries again
   */
  public ObservationArchive observations(Config plugin) {
    return observations.computeIfAbsent(
        directory(plugin, ObservationArchive.DIRECTORY), ObservationArchive::open);
  }

  /**
   * The pyramids of the lives of a journal; a damaged archive is moved aside.
   *
   * @param version of what is kept
   * @throws JournalUnavailable when it can't be opened; the next call tries again
   */
  public PyramidArchive pyramids(Config plugin, byte version) {
    return pyramids.computeIfAbsent(
        directory(plugin, PyramidArchive.DIRECTORY),
        directory -> PyramidArchive.open(directory, version));
  }

  /** What observers wrote down about the lives of a journal; opened when it is first asked. */
  public PinnedNotes notes(Config plugin) {
    return notes.computeIfAbsent(directory(plugin, PinnedNotes.DIRECTORY), PinnedNotes::in);
  }

  private Path directory(Config plugin, String name) {
    String own = plugin.getString("dir");
    String dir = own.isEmpty() ? settings.getString("life.journal.dir") : own;
    return Path.of(dir).toAbsolutePath().normalize().resolve(name);
  }

  private void close() {
    facts.values().forEach(FactStore::close);
    snapshots.values().forEach(SnapshotArchive::close);
    observations.values().forEach(ObservationArchive::close);
    pyramids.values().forEach(PyramidArchive::close);
    notes.values().forEach(PinnedNotes::close);
  }
}
