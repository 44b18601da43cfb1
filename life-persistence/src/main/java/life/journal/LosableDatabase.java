package life.journal;

import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * A RocksDB whose content can be had again from elsewhere. A write survives the process at once and
 * the machine a little later. A damaged one is moved aside when it is opened; after a write that
 * failed the next one opens it anew.
 *
 * <p>Every method fails with a {@link JournalUnavailable}. Safe for many threads.
 */
final class LosableDatabase implements AutoCloseable {
  private static final long WRITE_BUFFER_BYTES = 4L << 20;

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Path directory;
  private final BiConsumer<Path, JournalDamaged> told;
  private final NativeOptions options;
  private @Nullable RocksDB open;
  private boolean isClosed;
  private volatile boolean hasFailed;

  /** What is done with the open database. */
  @FunctionalInterface
  interface Work<T> {
    T with(RocksDB db) throws RocksDBException;
  }

  /** What is put into a batch. */
  @FunctionalInterface
  interface Filling {
    void into(WriteBatch batch) throws RocksDBException;
  }

  /**
   * Opens it, or creates it where nothing is.
   *
   * @param told is told where a damaged one went, and what was wrong with it
   */
  LosableDatabase(Path directory, BiConsumer<Path, JournalDamaged> told) {
    this.directory = directory;
    this.told = told;
    this.options = Tuning.standard().withWriteBufferBytes(WRITE_BUFFER_BYTES).toNative();
    try {
      open = begin();
    } catch (JournalFailure e) {
      options.close();
      throw e;
    }
  }

  private RocksDB begin() {
    return Aside.open(directory, this::whole, told);
  }

  /** It is small enough to read all of it once, and what it keeps must be right. */
  private RocksDB whole() {
    RocksDB db = new Opening(directory, options.options()).forWriting();
    try {
      db.verifyChecksum();
      return db;
    } catch (RocksDBException e) {
      db.close();
      throw JournalDamaged.told(directory, e);
    }
  }

  <T> T read(Work<T> work) {
    lock.readLock().lock();
    try {
      return work.with(session());
    } catch (RocksDBException e) {
      throw failed(e);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Writes all of it or nothing. */
  void write(Filling filling) {
    if (hasFailed) {
      reopen();
    }
    lock.readLock().lock();
    try (var batch = new WriteBatch();
        var unsynced = new WriteOptions()) {
      filling.into(batch);
      session().write(unsynced, batch);
    } catch (RocksDBException e) {
      hasFailed = true;
      throw failed(e);
    } finally {
      lock.readLock().unlock();
    }
  }

  private RocksDB session() {
    var db = open;
    if (db == null) {
      throw new JournalUnavailable("What is kept in %s is closed.".formatted(directory));
    }
    return db;
  }

  private JournalUnavailable failed(RocksDBException e) {
    return new JournalUnavailable(
        "What is kept in %s can't be used: %s".formatted(directory, e.getMessage()), e);
  }

  private void reopen() {
    lock.writeLock().lock();
    try {
      if (hasFailed && !isClosed) {
        end();
        open = begin();
        hasFailed = false;
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void end() {
    var db = open;
    open = null;
    if (db != null) {
      db.close();
    }
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (!isClosed) {
        isClosed = true;
        end();
        options.close();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
