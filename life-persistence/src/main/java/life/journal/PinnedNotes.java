package life.journal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import life.being.LifeId;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/**
 * What observers wrote down at points of lives, in a database of its own that is made with the
 * first note. Unlike what was noticed it follows from nothing else, so each change is synced before
 * it is acknowledged, and a damaged database is never moved aside.
 *
 * <p>Every method may fail with a {@link JournalFailure}, which leaves the lives as they are. Safe
 * for many threads.
 */
public final class PinnedNotes implements AutoCloseable {
  /** The directory of the notes within a data directory. */
  public static final String DIRECTORY = "notes";

  /** The most notes of a life. */
  public static final int MOST = 10_000;

  private final Path directory;
  private final boolean isReadOnly;
  private final int most;
  private @Nullable SmallDatabase open;
  private boolean isClosed;

  /** After which note a list goes on: notes are in the order of ticks, then of numbers. */
  public record Mark(long tick, int number) {
    /** Before the first note. */
    public static final Mark START = new Mark(0, 0);
  }

  private PinnedNotes(Path directory, boolean isReadOnly, int most) {
    this.directory = directory;
    this.isReadOnly = isReadOnly;
    this.most = most;
  }

  /** The notes of a directory. Nothing is opened or made before it is needed. */
  public static PinnedNotes in(Path directory) {
    return in(directory, MOST);
  }

  /** The same with another limit. */
  static PinnedNotes in(Path directory, int most) {
    return new PinnedNotes(directory, false, most);
  }

  /** The notes of a directory, even beside a writer: those that are there when it is first read. */
  public static PinnedNotes readOnly(Path directory) {
    return new PinnedNotes(directory, true, MOST);
  }

  /**
   * Writes down a note under the next number; empty if the life has {@value #MOST} already.
   *
   * @param now when it is written
   */
  public synchronized Optional<PinnedNote> add(
      LifeId life, long seq, long tick, Instant now, String text) {
    var database = database();
    var count = database.read(db -> count(db, life));
    if (count.notes() >= most) {
      return Optional.empty();
    }
    var note = new PinnedNote(count.last() + 1, seq, tick, now, text);
    var more = new NoteRow.Count(count.notes() + 1, note.number());
    database.write(batch -> {
      batch.put(NoteRow.text(life.slug(), tick, note.number()), NoteRow.written(note));
      batch.put(NoteRow.place(life.slug(), note.number()), Keys.bytes(tick));
      batch.put(NoteRow.count(life.slug()), more.toBytes());
    });
    return Optional.of(note);
  }

  /** Removes a note; whether it was there. Its number is not given again. */
  public synchronized boolean remove(LifeId life, int number) {
    var note = find(life, number);
    if (note.isEmpty()) {
      return false;
    }
    var database = database();
    var count = database.read(db -> count(db, life));
    var fewer = new NoteRow.Count(count.notes() - 1, count.last());
    database.write(batch -> {
      batch.delete(NoteRow.text(life.slug(), note.get().tick(), number));
      batch.delete(NoteRow.place(life.slug(), number));
      batch.put(NoteRow.count(life.slug()), fewer.toBytes());
    });
    return true;
  }

  /** The note of that number. */
  public Optional<PinnedNote> find(LifeId life, int number) {
    return ifThere()
        .flatMap(database ->
            database.read(db -> {
              byte @Nullable [] tick = db.get(NoteRow.place(life.slug(), number));
              if (tick == null) {
                return Optional.empty();
              }
              byte[] key = NoteRow.text(life.slug(), Keys.longOf(tick), number);
              return Optional.ofNullable(db.get(key)).map(value -> note(key, value));
            }));
  }

  /** The notes after that place, in order, at most so many. */
  public List<PinnedNote> list(LifeId life, Mark after, int most) {
    return ifThere()
        .map(database -> database.read(db -> list(db, life, after, most)))
        .orElseGet(List::of);
  }

  private List<PinnedNote> list(RocksDB db, LifeId life, Mark after, int most)
      throws RocksDBException {
    var found = new ArrayList<PinnedNote>();
    try (RocksIterator rows = db.newIterator()) {
      byte[] first = NoteRow.text(life.slug(), after.tick(), after.number() + 1);
      rows.seek(first);
      while (found.size() < most && rows.isValid() && NoteRow.isBeside(rows.key(), first)) {
        found.add(note(rows.key(), rows.value()));
        rows.next();
      }
      rows.status();
    }
    return found;
  }

  private PinnedNote note(byte[] key, byte[] value) {
    try {
      return NoteRow.read(key, value);
    } catch (IllegalArgumentException e) {
      throw JournalDamaged.at(
          Place.of(directory), "A note of %s: %s".formatted(NoteRow.life(key), e.getMessage()));
    }
  }

  private NoteRow.Count count(RocksDB db, LifeId life) throws RocksDBException {
    byte @Nullable [] count = db.get(NoteRow.count(life.slug()));
    try {
      return count == null ? NoteRow.Count.NONE : NoteRow.Count.of(count);
    } catch (IllegalArgumentException e) {
      throw JournalDamaged.at(
          Place.of(directory), "Of the notes of %s, %s".formatted(life, e.getMessage()));
    }
  }

  /** The database, unless nobody has written a note so far. */
  private Optional<SmallDatabase> ifThere() {
    synchronized (this) {
      boolean isThere = open != null || isClosed || SmallDatabase.isIn(directory);
      return isThere ? Optional.of(database()) : Optional.empty();
    }
  }

  private SmallDatabase database() {
    if (isClosed) {
      throw new JournalUnavailable("The notes in %s are closed.".formatted(directory));
    }
    var database = open;
    if (database == null) {
      database = isReadOnly ? SmallDatabase.readOnly(directory) : SmallDatabase.lasting(directory);
      open = database;
    }
    return database;
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    if (open != null) {
      open.close();
    }
  }
}
