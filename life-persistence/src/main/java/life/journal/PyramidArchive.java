package life.journal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import life.being.LifeId;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pyramids of lives as bytes, in a database of their own. They follow from the journals, so
 * they may be thrown away: a write survives the process at once and the machine a little later, and
 * where the archive is damaged it is moved aside.
 *
 * <p>Every method fails with a {@link JournalUnavailable}. Safe for many threads.
 */
public final class PyramidArchive implements AutoCloseable {
  /** The directory of the pyramids within a data directory. */
  public static final String DIRECTORY = "pyramids";

  private static final Logger LOG = LoggerFactory.getLogger(PyramidArchive.class);

  private final SmallDatabase database;

  private PyramidArchive(Path directory) {
    this.database =
        SmallDatabase.losable(
            directory,
            (aside, damage) ->
                LOG.warn(
                    "The pyramids are damaged and were moved to {}; they are built again from the journals. {}",
                    aside,
                    damage.problem()));
  }

  /**
   * Opens the pyramids of a directory, creating it where nothing is.
   *
   * @param version of what is kept; what is of another one is forgotten
   */
  public static PyramidArchive open(Path directory, byte version) {
    var archive = new PyramidArchive(directory);
    try {
      archive.require(new byte[] {version});
      return archive;
    } catch (JournalFailure e) {
      archive.close();
      throw e;
    }
  }

  private void require(byte[] version) {
    var kept = database.read(db -> Optional.ofNullable(db.get(PyramidRow.VERSION)));
    if (kept.isPresent() && Arrays.equals(kept.get(), version)) {
      return;
    }
    if (kept.isPresent()) {
      LOG.info("The pyramids are of another version; they are built again from the journals.");
    }
    database.write(batch -> {
      batch.deleteRange(PyramidRow.BEFORE_ALL, PyramidRow.AFTER_ALL);
      batch.put(PyramidRow.VERSION, version);
    });
  }

  /** Rows of a pyramid that have changed. */
  @FunctionalInterface
  public interface Rows {
    /** Gives each of them. */
    void forEach(Row each);
  }

  /** Takes a row. */
  @FunctionalInterface
  public interface Row {
    /** The bytes of that row of that level. */
    void take(int level, long row, byte[] nodes);
  }

  /** Keeps rows, and how far the pyramid is built with them: all or none. */
  public void save(LifeId life, byte[] head, Rows rows) {
    database.write(batch -> {
      batch.put(PyramidRow.head(life.slug()), head);
      var putting = new Putting(batch, life.slug());
      rows.forEach(putting::put);
      putting.finish();
    });
  }

  private static final class Putting {
    private final WriteBatch batch;
    private final String life;
    private @Nullable RocksDBException failure;

    Putting(WriteBatch batch, String life) {
      this.batch = batch;
      this.life = life;
    }

    void put(int level, long row, byte[] nodes) {
      try {
        batch.put(PyramidRow.nodes(life, level, row), nodes);
      } catch (RocksDBException e) {
        failure = e;
      }
    }

    void finish() throws RocksDBException {
      if (failure != null) {
        throw failure;
      }
    }
  }

  /** Forgets the pyramid of a life. */
  public void forget(LifeId life) {
    database.write(batch -> {
      batch.delete(PyramidRow.head(life.slug()));
      batch.deleteRange(PyramidRow.nodes(life.slug(), 0, 0), PyramidRow.afterNodes(life.slug()));
    });
  }

  /** How far the pyramid of a life is built; empty if there is none. */
  public Optional<byte[]> head(LifeId life) {
    return database.read(db -> Optional.ofNullable(db.get(PyramidRow.head(life.slug()))));
  }

  /** The nodes of a row; empty if there is none. */
  public Optional<byte[]> row(LifeId life, int level, long row) {
    return database.read(
        db -> Optional.ofNullable(db.get(PyramidRow.nodes(life.slug(), level, row))));
  }

  @Override
  public void close() {
    database.close();
  }
}
