package life.journal;

import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.FlushOptions;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/**
 * Reads one open journal. Whatever is missing or unreadable between two facts is {@link
 * JournalDamaged}.
 */
final class FactReader {

  private final Path directory;
  private final RocksDB db;
  private final KindBook kinds;
  private final OrderReader order;

  FactReader(Path directory, RocksDB db, KindBook kinds) {
    this.directory = directory;
    this.db = db;
    this.kinds = kinds;
    this.order = new OrderReader(directory, db, this);
  }

  OrderReader order() {
    return order;
  }

  /** The life's end, or null when it is unknown. */
  @Nullable Tail tail(String life) throws RocksDBException {
    byte @Nullable [] number = db.get(Keys.lifeNamed(life));
    if (number == null) {
      return null;
    }
    int known = lifeNumber(number);
    try (ReadOptions options = new ReadOptions();
        RocksIterator rows = db.newIterator(options)) {
      return new Tail(known, highest(rows, known), WriterCursor.last(rows, known));
    } catch (IllegalArgumentException e) {
      throw JournalDamaged.told(directory, e);
    }
  }

  int nextLifeNumber() throws RocksDBException {
    byte @Nullable [] next = db.get(Keys.NEXT_LIFE);
    return next == null ? 1 : lifeNumber(next);
  }

  /** Lives with numbers above {@code number}, at most {@code limit} of them. */
  List<LifeName> livesAfter(int number, int limit) throws RocksDBException {
    return livesAfter(number, limit, name -> !Staged.is(name));
  }

  /** As {@link #livesAfter(int, int)}, with staged ones among them. */
  List<LifeName> allLivesAfter(int number, int limit) throws RocksDBException {
    return livesAfter(number, limit, _ -> true);
  }

  /** The name of the life of this number, staged or not. */
  Optional<String> nameOf(int number) throws RocksDBException {
    return Optional.ofNullable(db.get(Keys.nameOf(number)))
        .map(name -> new String(name, StandardCharsets.UTF_8));
  }

  private List<LifeName> livesAfter(int number, int limit, Predicate<String> wanted)
      throws RocksDBException {
    List<LifeName> lives = new ArrayList<>();
    byte[] first = Keys.nameOf(number + 1);
    try (ReadOptions options = new ReadOptions();
        RocksIterator rows = db.newIterator(options)) {
      rows.seek(first);
      for (; lives.size() < limit && rows.isValid() && rows.key()[0] == first[0]; rows.next()) {
        String name = new String(rows.value(), StandardCharsets.UTF_8);
        if (wanted.test(name)) {
          lives.add(new LifeName(Keys.number(rows.key()), name));
        }
      }
      rows.status();
    }
    return lives;
  }

  /**
   * Facts {@code from..to} in order, at most {@code max}; returns the seq after the last number
   * passed.
   */
  long replay(String life, long from, long to, long max, Consumer<StoredFact> each)
      throws RocksDBException {
    byte @Nullable [] number = db.get(Keys.lifeNamed(life));
    if (number == null) {
      return Math.max(from, 1);
    }
    int known = lifeNumber(number);
    // The iterator comes first: it fixes what is seen, and an erasure meanwhile can only move the
    // start ahead.
    try (ReadOptions options = new ReadOptions();
        RocksIterator rows = db.newIterator(options);
        WriterCursor writers = new WriterCursor(db, options, known)) {
      long end = Math.min(to, highest(rows, known));
      return replay(new Range(life, known, Math.max(from, 1), end, max), rows, writers, each);
    }
  }

  /** Facts {@code start..end} of a life, at most {@code max}; all of them must be there. */
  record Range(String life, int number, long start, long end, long max) {}

  /** Gives them, but for erased ones; returns the seq after the last number passed. */
  long replay(Range range, RocksIterator rows, WriterCursor writers, Consumer<StoredFact> each)
      throws RocksDBException {
    long seq = Math.max(range.start(), erasedTo(range.number()) + 1);
    long given = 0;
    FactRow row = null;
    for (; seq <= range.end() && given < range.max(); seq++) {
      try {
        if (row == null) {
          rows.seekForPrev(Keys.facts(range.number(), seq));
          row = row(range, seq, rows);
        } else if (seq > row.lastSeq()) {
          rows.next();
          row = row(range, seq, rows);
          if (row.firstSeq() != seq) {
            throw gap(range.life(), seq);
          }
        }
        StoredFact fact = read(range, seq, row, writers);
        if (fact != null) {
          each.accept(fact);
          given++;
        }
      } catch (RocksDBException e) {
        throw Diagnosis.of(directory, e) instanceof JournalDamaged damaged
            ? damaged.reading(range.life(), seq)
            : Diagnosis.of(directory, e);
      }
    }
    return seq;
  }

  /** The row at which the iterator stands, which must hold this fact. */
  private FactRow row(Range range, long seq, RocksIterator rows) throws RocksDBException {
    if (!rows.isValid()) {
      rows.status();
      throw gap(range.life(), seq);
    }
    byte[] key = rows.key();
    if (!Keys.sameLife(key, Keys.facts(range.number(), seq)) || Keys.seq(key) > seq) {
      throw gap(range.life(), seq);
    }
    try {
      FactRow row = FactRow.decode(key, rows.value());
      if (row.lastSeq() < seq) {
        throw gap(range.life(), seq);
      }
      return row;
    } catch (IllegalArgumentException e) {
      throw JournalDamaged.told(directory, e).reading(range.life(), seq);
    }
  }

  private @Nullable StoredFact read(Range range, long seq, FactRow row, WriterCursor writers)
      throws RocksDBException {
    try {
      WriterRow writer = writers.at(seq);
      if (writer == null) {
        throw JournalDamaged.at(
            Place.of(directory, range.life(), seq), "It isn't known who wrote this fact");
      }
      return FactRecord.decode(range.life(), seq, writer, row.record(seq), kinds);
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      throw JournalDamaged.told(directory, e).reading(range.life(), seq);
    }
  }

  void verifyChecksums() throws RocksDBException {
    db.verifyChecksum();
  }

  void compact() throws RocksDBException {
    try (CompactRangeOptions options = new CompactRangeOptions();
        FlushOptions waiting = new FlushOptions().setWaitForFlush(true)) {
      db.flush(waiting);
      options.setBottommostLevelCompaction(CompactRangeOptions.BottommostLevelCompaction.kForce);
      db.compactRange(db.getDefaultColumnFamily(), null, null, options);
    }
  }

  private JournalDamaged gap(String life, long seq) {
    return JournalDamaged.at(Place.of(directory, life, seq), "This fact is missing between others");
  }

  private long erasedTo(int life) throws RocksDBException {
    byte @Nullable [] erased = db.get(Keys.erased(life));
    try {
      return erased == null ? 0 : Keys.longOf(erased);
    } catch (IllegalArgumentException e) {
      throw JournalDamaged.told(directory, e);
    }
  }

  private int lifeNumber(byte[] row) {
    try {
      return Keys.intOf(row);
    } catch (IllegalArgumentException e) {
      throw JournalDamaged.told(directory, e);
    }
  }

  /** The number of the life's last fact; 0 without one. */
  long highest(int life) throws RocksDBException {
    try (ReadOptions options = new ReadOptions();
        RocksIterator rows = db.newIterator(options)) {
      return highest(rows, life);
    }
  }

  private long highest(RocksIterator rows, int life) throws RocksDBException {
    return Math.max(lastSeq(rows, life, Long.MAX_VALUE), erasedTo(life));
  }

  /** How many facts all lives have together, as far as their last rows tell. */
  long factsOfAll() throws RocksDBException {
    long facts = 0;
    byte[] first = Keys.nameOf(0);
    try (ReadOptions options = new ReadOptions();
        RocksIterator lives = db.newIterator(options);
        RocksIterator rows = db.newIterator(options)) {
      for (lives.seek(first); lives.isValid() && lives.key()[0] == first[0]; lives.next()) {
        int life = Keys.number(lives.key());
        facts += Math.max(0, highest(rows, life) - erasedTo(life));
      }
      lives.status();
    }
    return facts;
  }

  /** Up to which key (exclusive) rows may go when the facts up to {@code seq} are erased. */
  long rowAfter(int life, long seq) throws RocksDBException {
    try (ReadOptions options = new ReadOptions();
        RocksIterator rows = db.newIterator(options)) {
      return lastSeq(rows, life, seq) > seq ? Keys.seq(rows.key()) : seq + 1;
    }
  }

  /** The last fact of the row that holds {@code seq} or was the last before it; 0 without one. */
  private long lastSeq(RocksIterator rows, int life, long seq) throws RocksDBException {
    byte[] at = Keys.facts(life, seq);
    rows.seekForPrev(at);
    rows.status();
    if (!rows.isValid() || !Keys.sameLife(rows.key(), at)) {
      return 0;
    }
    try {
      return FactRow.decode(rows.key(), rows.value()).lastSeq();
    } catch (IllegalArgumentException e) {
      throw JournalDamaged.told(directory, e);
    }
  }
}
