package life.journal;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import life.journal.Checkup.Progress;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** Checks every row of a journal, once, in the order of the keys. */
final class AllRows implements RowWalk.Visitor {

  /** What was there. */
  record Counts(long lives, long arriving, long facts, long unreadableFacts, long rows) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0);
  }

  private static final long READ_AHEAD_BYTES = 2L << 20;

  private final Path directory;
  private final RocksDB db;
  private final Findings findings;
  private final FactRows facts;
  private final OtherRows others;
  private final OrderRows order;
  private final boolean hasOrder;
  private final ReadOptions options =
      new ReadOptions().setFillCache(false).setReadaheadSize(READ_AHEAD_BYTES);
  private final ReadOptions aside = new ReadOptions();
  private final RocksIterator rowsAside;
  private long rows;

  AllRows(Path directory, RocksDB db, Findings findings, Progress progress) {
    this.directory = directory;
    this.db = db;
    this.findings = findings;
    this.rowsAside = db.newIterator(aside);
    this.order = new OrderRows(db, findings);
    this.facts = new FactRows(db, aside, kinds(), findings, order, progress, total());
    this.others = new OtherRows(db, rowsAside, findings, order);
    this.hasOrder = !isOfFormatBefore();
  }

  /** To be called once. */
  Counts check() {
    try (options;
        aside;
        rowsAside;
        RowWalk all = new RowWalk(db, options)) {
      all.walk(this);
      facts.close();
    }
    others.end(facts.highestLife());
    if (hasOrder) {
      order.end();
    }
    return new Counts(others.lives(), others.arriving(), facts.facts(), facts.unreadable(), rows);
  }

  @Override
  public void row(byte[] key, byte[] value) {
    rows++;
    if (isFact(key)) {
      facts.row(key, value);
    } else if (hasOrder && Keys.isOrder(key)) {
      facts.end();
      order.row(key, value);
    } else {
      others.row(key, value);
    }
  }

  private static boolean isFact(byte[] key) {
    return key.length == Keys.FACT_BYTES && key[0] == Keys.facts(0, 0)[0];
  }

  @Override
  public void unreadable(byte[] last, byte @Nullable [] next, RocksDBException why) {
    JournalDamaged told = Findings.told(directory, why);
    if (isFact(last) && next != null && isFact(next)) {
      told = told.reading(facts.lifeName(), facts.expected());
    }
    findings.damage(told);
    facts.passedOver();
    others.passedOver(last, next);
    order.passedOver();
  }

  private boolean isOfFormatBefore() {
    try {
      byte @Nullable [] version = db.get(Keys.VERSION);
      return version != null && version.length == 1 && version[0] == Upgrade.FROM;
    } catch (RocksDBException _) {
      return false; // that it can't be read is a finding
    }
  }

  private FactRecord.Kinds kinds() {
    Map<Integer, Kind> known = new TreeMap<>();
    byte[] first = Keys.kind(0);
    boolean all = true;
    try {
      for (rowsAside.seek(first); isKind(first) && known.size() < KindBook.MOST_KINDS; ) {
        try {
          known.put(Keys.number(rowsAside.key()), KindRow.decode(rowsAside.value()));
        } catch (IllegalArgumentException _) {
          // It stays unknown, and its row is a finding.
        }
        rowsAside.next();
      }
      rowsAside.status();
    } catch (RocksDBException _) {
      all = false; // where they can't be read is a finding
    }
    return new Known(known, all);
  }

  private boolean isKind(byte[] first) {
    return rowsAside.isValid()
        && rowsAside.key().length == first.length
        && rowsAside.key()[0] == first[0];
  }

  /** When not all kinds could be read, those of which nothing is known count as facts. */
  private record Known(Map<Integer, Kind> kinds, boolean all) implements FactRecord.Kinds {
    @Override
    public Kind of(int number) {
      Kind kind = kinds.get(number);
      if (kind == null && all) {
        throw new IllegalArgumentException("kind %d is not in the journal".formatted(number));
      }
      return kind == null ? FactSerializer.KIND : kind;
    }
  }

  /** How many facts there seem to be; 0 when damage makes that hard to tell. */
  private long total() {
    try {
      return new FactReader(directory, db, new KindBook()).factsOfAll();
    } catch (RocksDBException | JournalDamaged _) {
      return 0;
    }
  }
}
