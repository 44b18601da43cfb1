package life.journal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;

/** The kinds that a journal knows, by number. Written by the committer alone, read by everyone. */
final class KindBook implements FactRecord.Kinds {

  /**
   * A journal has as many kinds as its facts have types: dozens. More than this is a serializer
   * gone wrong.
   */
  static final int MOST_KINDS = 16_384;

  private final Map<Kind, Integer> numbers = new ConcurrentHashMap<>();
  private final Map<Integer, Kind> kinds = new ConcurrentHashMap<>();

  static KindBook readFrom(RocksDB db) throws RocksDBException {
    KindBook book = new KindBook();
    try (ReadOptions options = new ReadOptions();
        RocksIterator rows = db.newIterator(options)) {
      byte[] first = Keys.kind(0);
      for (rows.seek(first); rows.isValid() && rows.key()[0] == first[0]; rows.next()) {
        book.add(Keys.number(rows.key()), KindRow.decode(rows.value()));
      }
      rows.status();
    }
    return book;
  }

  private void add(int number, Kind kind) {
    numbers.put(kind, number);
    kinds.put(number, kind);
  }

  /** The kind's number; a new one goes into the batch. */
  int number(Kind kind, WriteBatch batch) throws RocksDBException {
    Integer known = numbers.get(kind);
    if (known != null) {
      return known;
    }
    int number = numbers.size() + 1;
    if (number > MOST_KINDS) {
      throw new IllegalArgumentException(
          "a journal holds at most %d kinds of facts".formatted(MOST_KINDS));
    }
    batch.put(Keys.kind(number), KindRow.encode(kind));
    add(number, kind);
    return number;
  }

  /** The number of a kind that has one. */
  int number(Kind kind) {
    return numbers.getOrDefault(kind, 0);
  }

  @Override
  public Kind of(int number) {
    Kind kind = kinds.get(number);
    if (kind == null) {
      throw new IllegalArgumentException("kind %d is unknown to this journal".formatted(number));
    }
    return kind;
  }
}
