package life.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. It takes all that waits, writes it with one sync, and then answers
 * every writer.
 *
 * <p>When a write fails it answers all that wait with the failure, and from then on tries again and
 * again to reopen the database, with growing pauses; until that succeeds it refuses at once.
 */
final class Committer {

  private static final Logger LOG = LoggerFactory.getLogger(Committer.class);

  private final Database database;
  private final Listeners listeners;
  private final int cachedLives;
  private final BlockingQueue<Request> queue;
  private final Outage outage;
  private final AtomicLong commits = new AtomicLong();
  private final Thread thread;
  private volatile @Nullable JournalFailure trouble;
  private @Nullable Group group;
  private boolean closed;

  Committer(Database database, Listeners listeners, Tuning tuning) {
    this.database = database;
    this.listeners = listeners;
    this.cachedLives = tuning.cachedLives();
    this.queue = new LinkedBlockingQueue<>(tuning.queueLength());
    this.outage = new Outage(database.directory());
    this.thread = Thread.ofPlatform().daemon().name("journal-committer").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  long commits() {
    return commits.get();
  }

  int waiting() {
    return queue.size();
  }

  /** Why the last write failed, unless a later one went well or the database was opened anew. */
  Optional<JournalFailure> trouble() {
    return Optional.ofNullable(trouble);
  }

  void submit(Request request) {
    if (!offer(request)) {
      request
          .done()
          .completeExceptionally(
              new JournalUnavailable(
                  closed
                      ? "The journal in %s is closed.".formatted(database.directory())
                      : "Too many writes are waiting for the journal; try again later."));
    }
  }

  private synchronized boolean offer(Request request) {
    return !closed && queue.offer(request);
  }

  /** Writes what waits, then ends. */
  void close() throws InterruptedException {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    queue.put(new Request.Stop(new CompletableFuture<>()));
    thread.join();
  }

  private void run() {
    List<Request> taken = new ArrayList<>();
    boolean stopped = false;
    while (!stopped) {
      taken.clear();
      stopped = take(taken);
      try {
        if (!outage.isOn() || resume()) {
          commit(taken);
        } else {
          refuse(taken, outage.why());
        }
      } catch (RocksDBException e) {
        fail(taken, Diagnosis.of(database.directory(), e));
      } catch (JournalFailure e) {
        fail(taken, e);
      } catch (RuntimeException | Error e) {
        // The outermost shell of this thread: whatever it is, no writer may wait for ever.
        fail(taken, new JournalUnavailable("The journal failed unexpectedly: " + e, e));
      }
    }
    drop();
  }

  /**
   * Waits for requests; returns whether the last one came. Comes back empty-handed during an
   * outage, to try again.
   */
  private boolean take(List<Request> taken) {
    try {
      Request next =
          outage.isOn() ? queue.poll(outage.pauseNanos(), TimeUnit.NANOSECONDS) : queue.take();
      long bytes = 0;
      while (next != null) {
        if (next instanceof Request.Stop) {
          return true;
        }
        taken.add(next);
        if (next.isAlone()) {
          return false;
        }
        bytes += next instanceof Request.Write write ? write.append().payloadBytes() : 0;
        next =
            taken.size() < Tuning.LARGEST_GROUP && bytes < Tuning.LARGEST_GROUP_BYTES
                ? nextOfGroup()
                : null;
      }
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private @Nullable Request nextOfGroup() {
    Request next = queue.peek();
    return next == null || next.isAlone() ? null : queue.poll();
  }

  private void commit(List<Request> taken) throws RocksDBException {
    Group open = group;
    if (open == null) {
      open = new Group(database.session(), cachedLives);
      group = open;
    }
    List<Request> accepted = new ArrayList<>(taken.size());
    int births = 0;
    for (Request request : taken) {
      try {
        births += add(open, request) ? 1 : 0;
        accepted.add(request);
      } catch (OutOfSequence | NotAdmitted | JournalDamaged | IllegalArgumentException refused) {
        request.done().completeExceptionally(refused);
      } catch (RocksDBException unread) {
        request.done().completeExceptionally(Diagnosis.of(database.directory(), unread));
      }
    }
    if (accepted.isEmpty()) {
      return;
    }
    sync(open, accepted);
    commits.incrementAndGet();
    for (Request request : accepted) {
      request.done().complete(null);
      tell(request);
    }
    listeners.committed();
    for (int birth = 0; birth < births; birth++) {
      listeners.begun();
    }
  }

  private void sync(Group open, List<Request> accepted) throws RocksDBException {
    int facts = 0;
    for (Request request : accepted) {
      facts += request instanceof Request.Write write ? write.append().facts().size() : 0;
    }
    long began = System.nanoTime();
    open.sync();
    if (facts > 0) {
      trouble = null;
      listeners.synced(facts, System.nanoTime() - began);
    }
  }

  private void tell(Request request) {
    switch (request) {
      case Request.Write(Append append, var _) -> listeners.written(append.life());
      case Request.Admit(var _, String life, var _) -> listeners.written(life);
      case Request.Discard _, Request.Erase _, Request.Settle _, Request.Stop _ -> {}
    }
  }

  /** Returns whether a life begins by it. */
  private boolean add(Group open, Request request) throws RocksDBException {
    return switch (request) {
      case Request.Write(Append append, var _) -> open.add(append) && !Staged.is(append.life());
      case Request.Erase(String life, long toSeq, var _) -> {
        open.erase(life, toSeq);
        yield false;
      }
      case Request.Admit(String staged, String life, var _) -> {
        open.admit(staged, life);
        yield true;
      }
      case Request.Discard(String staged, var _) -> {
        open.discard(staged);
        yield false;
      }
      case Request.Settle _, Request.Stop _ -> false;
    };
  }

  /** What is damaged stays so: reopening would not mend it, and would write beside the damage. */
  private void fail(List<Request> taken, JournalFailure why) {
    LOG.error("The journal can't be written. {}", why.getMessage());
    trouble = why;
    if (why instanceof JournalDamaged) {
      drop();
      refuse(taken, why);
      return;
    }
    outage.begin(why);
    drop();
    queue.drainTo(taken);
    refuse(taken, why);
    if (taken.stream().anyMatch(Request.Stop.class::isInstance)) {
      queue.offer(new Request.Stop(new CompletableFuture<>()));
    }
  }

  private static void refuse(List<Request> taken, JournalFailure why) {
    for (Request request : taken) {
      if (request instanceof Request.Settle) {
        request.done().complete(null);
      } else {
        request.done().completeExceptionally(why);
      }
    }
  }

  private boolean resume() {
    if (!outage.isDue()) {
      return false;
    }
    try {
      database.reopen();
      outage.end();
      trouble = null;
      LOG.info("The journal can be written again.");
      return true;
    } catch (JournalFailure e) {
      outage.begin(e);
      trouble = e;
      return false;
    }
  }

  private void drop() {
    if (group != null) {
      group.close();
      group = null;
    }
  }
}
