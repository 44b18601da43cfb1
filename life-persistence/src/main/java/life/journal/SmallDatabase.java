package life.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * A RocksDB beside the journal, small enough to be read as a whole when it is opened. After a write
 * that failed the next one opens it anew.
 *
 * <p>Every method fails with a {@link JournalUnavailable}. Safe for many threads.
 */
final class SmallDatabase implements AutoCloseable {
  private static final long WRITE_BUFFER_BYTES = 4L << 20;

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Path directory;
  private final NativeOptions options;
  private final Supplier<RocksDB> opening;
  private final boolean isSynced;
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

  private SmallDatabase(
      Path directory, boolean isSynced, Function<SmallDatabase, RocksDB> opening) {
    this.directory = directory;
    this.isSynced = isSynced;
    this.options = Tuning.standard().withWriteBufferBytes(WRITE_BUFFER_BYTES).toNative();
    this.opening = () -> opening.apply(this);
    try {
      open = this.opening.get();
    } catch (JournalFailure e) {
      options.close();
      throw e;
    }
  }

  /**
   * Opens one whose content can be had again from elsewhere, or creates it where nothing is. A
   * write survives the process at once and the machine a little later; a damaged one is moved
   * aside.
   *
   * @param told is told where a damaged one went, and what was wrong with it
   */
  static SmallDatabase losable(Path directory, BiConsumer<Path, JournalDamaged> told) {
    return new SmallDatabase(directory, false, self -> Aside.open(directory, self::whole, told));
  }

  /**
   * Opens one whose content is nowhere else, or creates it where nothing is. A write is synced
   * before it returns; a damaged one is not opened.
   *
   * @throws JournalDamaged if it is damaged
   */
  static SmallDatabase lasting(Path directory) {
    return new SmallDatabase(directory, true, SmallDatabase::whole);
  }

  /**
   * Opens what is there now, even beside a writer. It can't be written.
   *
   * @throws JournalFailure if nothing is there, or it is damaged
   */
  static SmallDatabase readOnly(Path directory) {
    return new SmallDatabase(
        directory,
        true,
        self -> self.checked(PatientOpening.of(new Opening(directory, self.options.options()))));
  }

  /**
   * Whether there is one; a creation that was interrupted counts as nothing.
   *
   * @throws JournalDamaged if a part of it is missing
   */
  static boolean isIn(Path directory) {
    try (NativeOptions options = Tuning.standard().toNative()) {
      return new Opening(directory, options.options()).exists();
    } catch (IOException e) {
      throw new JournalUnavailable("The directory %s can't be read: %s".formatted(directory, e), e);
    }
  }

  /** It is small enough to read all of it once, and what it keeps must be right. */
  private RocksDB whole() {
    return checked(new Opening(directory, options.options()).forWriting());
  }

  private RocksDB checked(RocksDB db) {
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
        var writing = new WriteOptions().setSync(isSynced)) {
      filling.into(batch);
      session().write(writing, batch);
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
        open = opening.get();
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
