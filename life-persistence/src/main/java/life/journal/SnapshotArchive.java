package life.journal;

import java.nio.BufferUnderflowException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Snapshots of lives, in a database of their own. They only shorten recovery, so none of its damage
 * stops a life: what can't be read is reported in the log and passed over, and an archive that
 * can't be opened is moved aside.
 */
public final class SnapshotArchive implements AutoCloseable {

  /** The directory of the snapshots within a data directory. */
  public static final String DIRECTORY = "snapshots";

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotArchive.class);

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Path directory;
  private final NativeOptions options;
  private final RocksDB db;
  private boolean closed;

  private SnapshotArchive(Path directory, NativeOptions options, RocksDB db) {
    this.directory = directory;
    this.options = options;
    this.db = db;
  }

  /**
   * Opens the snapshots of a directory, creating it where nothing is.
   *
   * @throws JournalUnavailable when the directory can't be used
   */
  public static SnapshotArchive open(Path directory) {
    return Aside.open(
        directory,
        () -> tryOpen(directory),
        (aside, damage) ->
            LOG.warn(
                "The snapshots are damaged and were moved to {}; lives recover from their facts alone. {}",
                aside,
                damage.problem()));
  }

  /**
   * Opens what is there now, even beside a writer, and changes nothing.
   *
   * @throws JournalFailure when nothing is there, or it can't be read
   */
  public static SnapshotArchive openReadOnly(Path directory) {
    NativeOptions options = Tuning.standard().toNative();
    try {
      return new SnapshotArchive(
          directory, options, new Opening(directory, options.options()).forReading());
    } catch (JournalFailure e) {
      options.close();
      throw e;
    }
  }

  private static SnapshotArchive tryOpen(Path directory) {
    NativeOptions options = Tuning.standard().withWriteBufferBytes(4L << 20).toNative();
    try {
      return new SnapshotArchive(
          directory, options, new Opening(directory, options.options()).forWriting());
    } catch (JournalFailure e) {
      options.close();
      throw e;
    }
  }

  /**
   * Replaces the life's snapshot at that fact. Survives the process at once, and the machine a
   * little later.
   */
  public void save(Snapshot snapshot) {
    with(() -> {
      db.put(SnapshotRow.key(snapshot.life(), snapshot.seq()), SnapshotRow.encode(snapshot));
      return null;
    });
  }

  /** Which snapshots are meant. Times in milliseconds since the epoch, all bounds included. */
  public record Selection(long minSeq, long maxSeq, LongPredicate timestampMillis) {}

  /** What is done with a snapshot that was found. */
  @FunctionalInterface
  public interface Visitor {
    /** Returns whether to go on to the next older one. */
    boolean visit(Snapshot snapshot);
  }

  /** Visits the life's snapshots, newest first. */
  public void visit(String life, Selection selection, Visitor visitor) {
    with(() -> {
      try (RocksIterator rows = db.newIterator()) {
        byte[] oldest = SnapshotRow.key(life, selection.minSeq());
        rows.seekForPrev(SnapshotRow.key(life, selection.maxSeq()));
        boolean more = true;
        for (; more && rows.isValid() && SnapshotRow.isSameLife(rows.key(), oldest); rows.prev()) {
          long seq = SnapshotRow.seq(rows.key());
          if (seq < selection.minSeq()) {
            break;
          }
          Snapshot snapshot = decode(life, seq, rows.value());
          if (snapshot != null && selection.timestampMillis().test(snapshot.timestampMillis())) {
            more = visitor.visit(snapshot);
          }
        }
        rows.status();
      }
      return null;
    });
  }

  private static @Nullable Snapshot decode(String life, long seq, byte[] row) {
    try {
      return SnapshotRow.decode(life, seq, row);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      LOG.warn("The snapshot of life {} at fact {} is unreadable and passed over.", life, seq, e);
      return null;
    }
  }

  /** Removes the snapshots, newest first. */
  public void remove(String life, Selection selection) {
    visit(
        life,
        selection,
        snapshot -> {
          remove(life, snapshot.seq());
          return true;
        });
  }

  public void remove(String life, long seq) {
    with(() -> {
      db.delete(SnapshotRow.key(life, seq));
      return null;
    });
  }

  private interface Work {
    @Nullable Void run() throws RocksDBException;
  }

  private void with(Work work) {
    lock.readLock().lock();
    try {
      if (closed) {
        throw new JournalUnavailable("The snapshots in %s are closed.".formatted(directory));
      }
      work.run();
    } catch (RocksDBException e) {
      throw Diagnosis.of(directory, e);
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        db.close();
        options.close();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
