package life.journal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import life.journal.OrderRow.Run;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/**
 * Reads the facts of all lives in the order in which they became durable. A position without a row,
 * and a row without its facts, is {@link JournalDamaged}.
 */
final class OrderReader {

  /** So that a reader who wants little of much doesn't keep the journal for long. */
  private static final int MOST_ROWS = 1_024;

  private final Path directory;
  private final RocksDB db;
  private final FactReader facts;

  OrderReader(Path directory, RocksDB db, FactReader facts) {
    this.directory = directory;
    this.db = db;
    this.facts = facts;
  }

  /** The position of the last fact; 0 when there is none. */
  long last() throws RocksDBException {
    requireOrder();
    try (ReadOptions options = new ReadOptions();
        RocksIterator rows = db.newIterator(options)) {
      rows.seekForPrev(Keys.order(Long.MAX_VALUE));
      return isOrder(rows) ? row(rows).lastPosition() : 0;
    }
  }

  /**
   * Gives what comes after a position, at most {@code max} facts, and only those of lives that are
   * wanted.
   *
   * @return the position to go on after, which is the same one at the end
   */
  long read(long after, long max, Predicate<String> wanted, Consumer<OrderedFact> each)
      throws RocksDBException {
    requireOrder();
    try (ReadOptions options = new ReadOptions();
        RocksIterator order = db.newIterator(options);
        RocksIterator rows = db.newIterator(options)) {
      if (!seek(order, after + 1)) {
        return after;
      }
      Walk walk = new Walk(after, max, wanted, each, options, rows);
      for (int passed = 0; walk.wantsMore() && passed < MOST_ROWS && isOrder(order); passed++) {
        walk.row(row(order));
        order.next();
      }
      return walk.position;
    }
  }

  /** Goes to the row that has this position; returns whether there is one. */
  private boolean seek(RocksIterator order, long position) throws RocksDBException {
    order.seekForPrev(Keys.order(position));
    if (isOrder(order)) {
      if (row(order).lastPosition() >= position) {
        return true;
      }
      order.next();
    } else {
      order.seek(Keys.order(position));
    }
    if (isOrder(order)) {
      throw gap(position);
    }
    return false;
  }

  private static boolean isOrder(RocksIterator rows) throws RocksDBException {
    rows.status();
    return rows.isValid() && Keys.isOrder(rows.key());
  }

  private OrderRow row(RocksIterator rows) {
    try {
      return OrderRow.decode(rows.key(), rows.value());
    } catch (IllegalArgumentException e) {
      throw JournalDamaged.told(directory, e);
    }
  }

  private JournalDamaged gap(long position) {
    return JournalDamaged.at(
        Place.of(directory),
        "Position %d of the order of all facts is missing".formatted(position));
  }

  private void requireOrder() throws RocksDBException {
    byte @Nullable [] version = db.get(Keys.VERSION);
    if (version != null && version.length == 1 && version[0] == Upgrade.FROM) {
      throw new JournalUnavailable(
          ("The journal in %s is of format %d, which doesn't tell the order of the facts of all lives; format %d does,"
                  + " which it gets when it is next opened for writing.")
              .formatted(directory, Upgrade.FROM, Keys.FORMAT_VERSION));
    }
  }

  /** The reading of one page. */
  private final class Walk {

    private final long max;
    private final Predicate<String> wanted;
    private final Consumer<OrderedFact> each;
    private final ReadOptions options;
    private final RocksIterator rows;
    private final Map<Integer, String> names = new HashMap<>();
    private long position;
    private long given;

    Walk(
        long after,
        long max,
        Predicate<String> wanted,
        Consumer<OrderedFact> each,
        ReadOptions options,
        RocksIterator rows) {
      this.position = after;
      this.max = max;
      this.wanted = wanted;
      this.each = each;
      this.options = options;
      this.rows = rows;
    }

    boolean wantsMore() {
      return given < max;
    }

    void row(OrderRow row) throws RocksDBException {
      if (row.firstPosition() > position + 1) {
        throw gap(position + 1);
      }
      long before = row.firstPosition() - 1;
      for (Run run : row.runs()) {
        if (before + run.count() > position && wantsMore()) {
          run(run, before);
        }
        before += run.count();
      }
    }

    /** Reads on within a run whose first fact has the position after {@code before}. */
    private void run(Run run, long before) throws RocksDBException {
      String life = name(run.life());
      if (!wanted.test(life)) {
        position = before + run.count();
        return;
      }
      long first = run.firstSeq() + position - before;
      try (WriterCursor writers = new WriterCursor(db, options, run.life())) {
        var range = new FactReader.Range(life, run.life(), first, run.lastSeq(), max - given);
        long next = facts.replay(range, rows, writers, fact -> give(run, before, fact));
        position = before + Math.min(next - run.firstSeq(), run.count());
      }
    }

    private void give(Run run, long before, StoredFact fact) {
      given++;
      each.accept(new OrderedFact(before + 1 + fact.seq() - run.firstSeq(), fact));
    }

    private String name(int life) throws RocksDBException {
      String known = names.get(life);
      if (known == null) {
        byte @Nullable [] name = db.get(Keys.nameOf(life));
        if (name == null) {
          throw JournalDamaged.at(
              Place.of(directory), "The order of all facts tells of a life without a name");
        }
        known = new String(name, StandardCharsets.UTF_8);
        names.put(life, known);
      }
      return known;
    }
  }
}
