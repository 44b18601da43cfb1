package life.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One RocksDB that many read while it may be closed and opened anew beneath them. Only the
 * committer writes and reopens.
 */
final class Database implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  /** What is done while the database is surely open. */
  interface Reading<T> {
    T with(FactReader reader) throws RocksDBException;
  }

  /** An open database; {@code acknowledged} is null when it is read-only. */
  record Session(
      RocksDB db, KindBook kinds, FactReader reader, @Nullable Acknowledged acknowledged) {}

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Path directory;
  private final NativeOptions options;
  private final boolean readOnly;
  private @Nullable Session session;
  private JournalFailure whyNot = new JournalUnavailable("The journal is not open.");

  private Database(Path directory, NativeOptions options, boolean readOnly) {
    this.directory = directory;
    this.options = options;
    this.readOnly = readOnly;
  }

  static Database open(Path directory, Tuning tuning, boolean readOnly) {
    Database database = new Database(directory, tuning.toNative(), readOnly);
    try {
      database.session = database.begin();
      return database;
    } catch (JournalFailure e) {
      database.options.close();
      throw e;
    }
  }

  private Session begin() {
    Opening opening = new Opening(directory, options.options());
    RocksDB db = readOnly ? PatientOpening.of(opening) : opening.forWriting();
    try {
      if (!readOnly) {
        List<String> left = Staged.removeAll(db);
        left.forEach(name -> LOG.warn("The unfinished arrival {} was discarded.", name));
      }
      KindBook kinds = KindBook.readFrom(db);
      Acknowledged acknowledged = readOnly ? null : Acknowledged.openIn(directory);
      return new Session(db, kinds, new FactReader(directory, db, kinds), acknowledged);
    } catch (RocksDBException e) {
      db.close();
      throw Diagnosis.of(directory, e);
    } catch (IllegalArgumentException e) {
      db.close();
      throw JournalDamaged.told(directory, e);
    } catch (IOException e) {
      db.close();
      throw new JournalUnavailable(
          "The directory %s can't be written: %s".formatted(directory, e), e);
    }
  }

  <T> T read(Reading<T> reading) {
    lock.readLock().lock();
    try {
      return reading.with(session().reader());
    } catch (RocksDBException e) {
      throw Diagnosis.of(directory, e);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** For the committer alone, which is also the only one to reopen. */
  Session session() {
    Session open = session;
    if (open == null) {
      throw whyNot;
    }
    return open;
  }

  NativeOptions options() {
    return options;
  }

  Path directory() {
    return directory;
  }

  /** Closes and opens anew. Readers wait meanwhile. */
  void reopen() {
    lock.writeLock().lock();
    try {
      end();
      session = begin();
    } catch (JournalFailure e) {
      whyNot = e;
      throw e;
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void end() {
    Session open = session;
    session = null;
    if (open == null) {
      return;
    }
    if (open.acknowledged() != null) {
      try {
        open.acknowledged().close();
      } catch (IOException e) {
        LOG.warn("{} could not be closed", Acknowledged.FILE, e);
      }
    }
    open.db().close();
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      whyNot = new JournalUnavailable("The journal in %s is closed.".formatted(directory));
      end();
      options.close();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
