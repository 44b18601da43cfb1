package life.journal;

import com.typesafe.config.Config;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.dispatch.Futures;
import org.apache.pekko.persistence.AtomicWrite;
import org.apache.pekko.persistence.PersistentRepr;
import org.apache.pekko.persistence.journal.japi.AsyncWriteJournal;
import org.jspecify.annotations.Nullable;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.concurrent.Promise;

/**
 * The write side of the journal as a Pekko plugin, configured as {@code life.journal}.
 *
 * <p>All writes of one message are stored together or not at all. An event that can't be serialized
 * is rejected, and the others of its message are stored.
 */
public final class RocksJournal extends AsyncWriteJournal {

  private static final Future<Iterable<Optional<Exception>>> NOTHING_TO_DO =
      Futures.successful(List.of());

  private final Config config;
  private final Stores stores;
  private final Reprs reprs;
  private final ExecutionContext replayDispatcher;
  private volatile @Nullable FactStore store;

  public RocksJournal(Config config) {
    ExtendedActorSystem system = (ExtendedActorSystem) context().system();
    this.config = config;
    this.stores = Stores.get(system);
    this.reprs = new Reprs(system);
    this.replayDispatcher = system.dispatchers().lookup(config.getString("replay-dispatcher"));
  }

  /**
   * Opened at first use, then kept: to read the settings for each write would cost more than the
   * write.
   */
  private FactStore store() {
    FactStore open = store;
    if (open == null) {
      open = stores.facts(config);
      store = open;
    }
    return open;
  }

  @Override
  public Future<Iterable<Optional<Exception>>> doAsyncWriteMessages(Iterable<AtomicWrite> writes) {
    Map<String, Batch> batches = new LinkedHashMap<>(2);
    List<Optional<Exception>> answers = new ArrayList<>();
    for (AtomicWrite write : writes) {
      Batch batch = batches.computeIfAbsent(write.persistenceId(), _ -> new Batch(reprs));
      answers.add(batch.add(write));
    }
    List<CompletableFuture<Void>> appends =
        batches.values().stream()
            .map(Batch::toAppend)
            .filter(Optional::isPresent)
            .map(append -> store().append(append.get()))
            .toList();
    Iterable<Optional<Exception>> answer =
        answers.stream().allMatch(Optional::isEmpty) ? List.of() : answers;
    return switch (appends.size()) {
      case 0 -> answers.isEmpty() ? NOTHING_TO_DO : Futures.successful(answer);
      case 1 -> answered(appends.getFirst(), answer);
      default ->
          answered(CompletableFuture.allOf(appends.toArray(CompletableFuture[]::new)), answer);
    };
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the promise carries success and failure on
  private static <T> Future<T> answered(CompletableFuture<Void> done, T answer) {
    Promise<T> promise = Futures.promise();
    done.whenComplete((_, failure) -> {
      if (failure == null) {
        promise.success(answer);
      } else {
        promise.failure(failure);
      }
    });
    return promise.future();
  }

  @Override
  @SuppressWarnings("NullAway") // Pekko's Future<Void> holds null
  public Future<Void> doAsyncDeleteMessagesTo(String persistenceId, long toSequenceNr) {
    return answered(store().eraseTo(persistenceId, toSequenceNr), null);
  }

  @Override
  @SuppressWarnings("NullAway") // Pekko's Future<Void> holds null
  public Future<Void> doAsyncReplayMessages(
      String persistenceId, long from, long to, long max, Consumer<PersistentRepr> replay) {
    return Futures.future(
        () -> {
          store().replay(persistenceId, from, to, max, fact -> replay.accept(reprs.of(fact)));
          return null;
        },
        replayDispatcher);
  }

  /**
   * A life that starts again may still have writes under way; its end is read after them.
   *
   * @param fromSequenceNr the seq of the snapshot that was loaded, which is never above the end of
   *     a whole journal
   */
  @Override
  public Future<Long> doAsyncReadHighestSequenceNr(String persistenceId, long fromSequenceNr) {
    FactStore store = store();
    return answered(store.settled(), store)
        .map(
            settled -> {
              long highest = settled.highestSeq(persistenceId);
              if (highest < fromSequenceNr) {
                throw settled.endsBeforeSnapshot(persistenceId, highest, fromSequenceNr);
              }
              return highest;
            },
            replayDispatcher);
  }
}
