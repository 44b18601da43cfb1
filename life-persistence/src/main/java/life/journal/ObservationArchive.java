package life.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import life.being.LifeId;
import life.observe.Observation;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Source;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was noticed in lives, in a database of its own: every version of every observation, and how
 * far each life was watched. All of it follows from the journals, so it may be thrown away: a write
 * survives the process at once and the machine a little later, and where the archive is damaged it
 * is moved aside.
 *
 * <p>Every method fails with a {@link JournalUnavailable}. Safe for many threads.
 */
public final class ObservationArchive implements AutoCloseable {

  /** The directory of the observations within a data directory. */
  public static final String DIRECTORY = "observations";

  private static final Logger LOG = LoggerFactory.getLogger(ObservationArchive.class);
  private static final int PAGE = 256;

  private final Listeners listeners = new Listeners();
  private final Path directory;
  private final SmallDatabase database;

  private ObservationArchive(Path directory) {
    this.directory = directory;
    this.database =
        SmallDatabase.losable(
            directory,
            (aside, damage) ->
                LOG.warn(
                    "The observations are damaged and were moved to {}; they are made again from the journals. {}",
                    aside,
                    damage.problem()));
  }

  /** Opens the observations of a directory, creating it where nothing is. */
  public static ObservationArchive open(Path directory) {
    return new ObservationArchive(directory);
  }

  /** Adds new versions of observations, and how far the life was watched with them: all or none. */
  public void save(LifeId life, List<Observation> changes, Watched watched) {
    database.write(batch -> {
      put(batch, life, watched);
      for (var one : changes) {
        batch.put(ObservationRow.VERSION.key(life.slug(), one.version()), one.written());
        batch.put(ObservationRow.LATEST.key(life.slug(), one.number()), Keys.bytes(one.version()));
      }
    });
    if (!changes.isEmpty() || watched.isOver()) {
      listeners.written(life.slug());
    }
  }

  /** Forgets all that was noticed in a life, and begins anew: both or neither. */
  public void begin(LifeId life, Watched watched) {
    database.write(batch -> {
      for (var row : ObservationRow.values()) {
        batch.deleteRange(row.key(life.slug(), 0), row.key(life.slug(), Long.MAX_VALUE));
      }
      put(batch, life, watched);
    });
  }

  private static void put(WriteBatch batch, LifeId life, Watched watched) throws RocksDBException {
    batch.put(ObservationRow.WATCHED.key(life.slug(), 0), watched.toBytes());
  }

  /**
   * How far a life was watched; empty if it never was.
   *
   * @throws IllegalArgumentException if it was by another version of the monitor, or if that is
   *     damaged; the message says which
   */
  public Optional<Watched> watched(LifeId life) {
    return checkpoint(life).map(Watched::of);
  }

  /** The number of the last fact up to which a life was watched; 0 if it never was. */
  public long seq(LifeId life) {
    return progress(life).map(Watched.Progress::seq).orElse(0L);
  }

  private Optional<Watched.Progress> progress(LifeId life) {
    return checkpoint(life)
        .flatMap(bytes -> {
          try {
            return Optional.of(Watched.Progress.of(bytes));
          } catch (IllegalArgumentException _) {
            return Optional.empty();
          }
        });
  }

  private Optional<byte[]> checkpoint(LifeId life) {
    return database.read(
        db -> Optional.ofNullable(db.get(ObservationRow.WATCHED.key(life.slug(), 0))));
  }

  /** The versions of observations after number {@code after}, in order, at most so many. */
  public List<Observation> versions(LifeId life, long after, int most) {
    return database.read(db -> list(db, life, after, most));
  }

  /**
   * Of each observation its latest version, if that comes after number {@code after}; in the order
   * of these versions, at most so many.
   */
  public List<Observation> latest(LifeId life, long after, int most) {
    return database.read(db -> {
      var isLatest = new ArrayList<Observation>();
      long from = after;
      List<Observation> page;
      do {
        page = list(db, life, from, PAGE);
        for (var one : page) {
          from = one.version();
          if (isLatest.size() < most && latest(db, life, one.number()) == one.version()) {
            isLatest.add(one);
          }
        }
      } while (page.size() == PAGE && isLatest.size() < most);
      return isLatest;
    });
  }

  /** The number of the last version of any observation of that life; 0 if there is none. */
  public long version(LifeId life) {
    return database.read(db -> {
      try (RocksIterator rows = db.newIterator()) {
        byte[] last = ObservationRow.VERSION.key(life.slug(), Long.MAX_VALUE);
        rows.seekForPrev(last);
        rows.status();
        return rows.isValid() && ObservationRow.isBeside(rows.key(), last)
            ? ObservationRow.number(rows.key())
            : 0;
      }
    });
  }

  /** Whether all versions up to that one are there, and can be read. */
  public boolean isWhole(LifeId life, long versions) {
    return database.read(db -> {
      long last = 0;
      List<Observation> page;
      try {
        do {
          page = list(db, life, last, PAGE);
          for (var one : page) {
            if (one.version() != ++last || latest(db, life, one.number()) < one.version()) {
              return false;
            }
          }
        } while (page.size() == PAGE);
      } catch (JournalUnavailable e) {
        return false;
      }
      return last == versions;
    });
  }

  /**
   * The versions after number {@code after}: those that are there, and then each as it comes. The
   * stream reads a page at a time and only when asked; it completes after the last one of the dead.
   *
   * @param blocking where the archive is read
   */
  public Source<Observation, NotUsed> follow(LifeId life, long after, Executor blocking) {
    var pages =
        Pages.of(after, from -> page(life, from))
            .live(wake -> listeners.onFacts(life.slug(), wake));
    return Source.fromGraph(new Following<>(pages, blocking));
  }

  private Optional<Pages.Page<Observation>> page(LifeId life, long after) {
    boolean isOver = progress(life).map(Watched.Progress::isOver).orElse(false);
    var versions = versions(life, after, PAGE);
    if (versions.isEmpty() && isOver) {
      return Optional.empty();
    }
    long next = versions.isEmpty() ? after : versions.getLast().version();
    return Optional.of(new Pages.Page<>(versions, next));
  }

  private List<Observation> list(RocksDB db, LifeId life, long after, int most)
      throws RocksDBException {
    var found = new ArrayList<Observation>();
    try (RocksIterator rows = db.newIterator()) {
      byte[] first = ObservationRow.VERSION.key(life.slug(), after + 1);
      rows.seek(first);
      while (found.size() < most && rows.isValid() && ObservationRow.isBeside(rows.key(), first)) {
        found.add(decoded(life, rows));
        rows.next();
      }
      rows.status();
    }
    return found;
  }

  private Observation decoded(LifeId life, RocksIterator row) {
    try {
      return Observation.read(row.value());
    } catch (IllegalArgumentException e) {
      throw new JournalUnavailable(
          "Version %d of the observations of %s in %s is damaged; they are made again when Life starts anew."
              .formatted(ObservationRow.number(row.key()), life, directory),
          e);
    }
  }

  private static long latest(RocksDB db, LifeId life, int number) throws RocksDBException {
    byte @Nullable [] version = db.get(ObservationRow.LATEST.key(life.slug(), number));
    return version == null || version.length != Long.BYTES ? 0 : Keys.longOf(version);
  }

  @Override
  public void close() {
    database.close();
  }
}
