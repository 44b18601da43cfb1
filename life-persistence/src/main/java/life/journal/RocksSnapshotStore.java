package life.journal;

import com.typesafe.config.Config;
import java.io.NotSerializableException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import life.journal.SnapshotArchive.Selection;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.dispatch.Futures;
import org.apache.pekko.persistence.SelectedSnapshot;
import org.apache.pekko.persistence.SnapshotMetadata;
import org.apache.pekko.persistence.SnapshotSelectionCriteria;
import org.apache.pekko.persistence.snapshot.japi.SnapshotStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Option;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;

/**
 * The snapshots as a Pekko plugin, configured as {@code life.snapshots}. Loading never fails: a
 * snapshot that can't be read is reported in the log, and the next older one is taken, or none.
 */
public final class RocksSnapshotStore extends SnapshotStore {

  private static final Logger LOG = LoggerFactory.getLogger(RocksSnapshotStore.class);

  private final Config config;
  private final Stores stores;
  private final Payloads payloads;
  private final ExecutionContext dispatcher;

  public RocksSnapshotStore(Config config) {
    ExtendedActorSystem system = (ExtendedActorSystem) context().system();
    this.config = config;
    this.stores = Stores.get(system);
    this.payloads = new Payloads(system);
    this.dispatcher = system.dispatchers().lookup(config.getString("io-dispatcher"));
  }

  @Override
  public Future<Optional<SelectedSnapshot>> doLoadAsync(
      String persistenceId, SnapshotSelectionCriteria criteria) {
    return Futures.future(() -> load(persistenceId, criteria), dispatcher);
  }

  private Optional<SelectedSnapshot> load(String life, SnapshotSelectionCriteria criteria) {
    AtomicReference<@Nullable SelectedSnapshot> found = new AtomicReference<>();
    try {
      stores
          .snapshots(config)
          .visit(
              life,
              selection(criteria),
              snapshot -> {
                found.set(selected(snapshot));
                return found.get() == null;
              });
    } catch (JournalFailure e) {
      LOG.warn(
          "No snapshot of life {} can be read; it recovers from its facts alone. {}",
          life,
          e.getMessage());
    }
    return Optional.ofNullable(found.get());
  }

  private @Nullable SelectedSnapshot selected(Snapshot snapshot) {
    try {
      SnapshotMetadata metadata =
          new SnapshotMetadata(
              snapshot.life(),
              snapshot.seq(),
              snapshot.timestampMillis(),
              snapshot.metadata() == null
                  ? Option.empty()
                  : Option.apply(payloads.toObject(snapshot.metadata())));
      return SelectedSnapshot.create(metadata, payloads.toObject(snapshot.state()));
    } catch (NotSerializableException | RuntimeException e) { // Serializers are foreign code.
      LOG.warn(
          "The snapshot of life {} at fact {} can't be read and is passed over.",
          snapshot.life(),
          snapshot.seq(),
          e);
      return null;
    }
  }

  @Override
  public Future<Void> doSaveAsync(SnapshotMetadata metadata, Object snapshot) {
    return done(() -> {
      Option<Object> extra = metadata.metadata();
      stores
          .snapshots(config)
          .save(
              new Snapshot(
                  metadata.persistenceId(),
                  metadata.sequenceNr(),
                  metadata.timestamp(),
                  payloads.toPayload(snapshot, ""),
                  extra.isEmpty() ? null : payloads.toPayload(extra.get(), "")));
      return null;
    });
  }

  @Override
  public Future<Void> doDeleteAsync(SnapshotMetadata metadata) {
    return done(() -> {
      stores.snapshots(config).remove(metadata.persistenceId(), metadata.sequenceNr());
      return null;
    });
  }

  @Override
  public Future<Void> doDeleteAsync(String persistenceId, SnapshotSelectionCriteria criteria) {
    return done(() -> {
      stores.snapshots(config).remove(persistenceId, selection(criteria));
      return null;
    });
  }

  @SuppressWarnings("NullAway") // Pekko's Future<Void> holds null
  private Future<Void> done(Callable<@Nullable Void> work) {
    return Futures.future(work, dispatcher);
  }

  private static Selection selection(SnapshotSelectionCriteria criteria) {
    return new Selection(
        criteria.minSequenceNr(),
        criteria.maxSequenceNr(),
        millis -> millis >= criteria.minTimestamp() && millis <= criteria.maxTimestamp());
  }
}
