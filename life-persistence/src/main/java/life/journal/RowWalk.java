package life.journal;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** All rows in the order of their keys, on and on past those that can't be read. */
final class RowWalk implements AutoCloseable {

  /** What is met on the way. */
  interface Visitor {
    void row(byte[] key, byte[] value);

    /**
     * Rows that can't be read, all for the same reason.
     *
     * @param last the key before them, empty at the beginning or behind others that can't be read
     * @param next the key after them, null at the end or before others that can't be read
     */
    void unreadable(byte[] last, byte @Nullable [] next, RocksDBException why);
  }

  /** The longest key but for names, whose rows may be passed over a little more coarsely. */
  private static final int KEY_BYTES = Keys.FACT_BYTES;

  private static final BigInteger LAST_KEY =
      BigInteger.ONE.shiftLeft(Byte.SIZE * KEY_BYTES).subtract(BigInteger.ONE);

  /** Failures without any row between them, after which it is hopeless. */
  private static final int MOST_FAILURES = 1_000;

  private static final byte[] NONE = {};

  private final RocksDB db;
  private final ReadOptions options;
  private RocksIterator rows;

  RowWalk(RocksDB db, ReadOptions options) {
    this.db = db;
    this.options = options;
    this.rows = db.newIterator(options);
  }

  void walk(Visitor visitor) {
    byte[] last = NONE;
    BigInteger position = BigInteger.ZERO;
    rows.seekToFirst();
    for (int failures = 0; failures < MOST_FAILURES; failures++) {
      boolean met = rows.isValid();
      for (; rows.isValid(); rows.next()) {
        last = rows.key();
        visitor.row(last, rows.value());
      }
      RocksDBException why = error();
      if (why == null) {
        return;
      }
      if (met) {
        position = new BigInteger(1, Arrays.copyOf(last, KEY_BYTES));
        failures = 0;
      }
      BigInteger next = past(position, String.valueOf(why.getMessage()));
      visitor.unreadable(met ? last : NONE, rows.isValid() ? rows.key() : null, why);
      if (next == null) {
        return;
      }
      position = next;
    }
  }

  /**
   * Goes to the first key after {@code start} where this failure is over, if only by another one:
   * in growing steps, then back by halves. Null when it never is.
   */
  private @Nullable BigInteger past(BigInteger start, String failure) {
    BigInteger failing = start;
    BigInteger over = start.add(BigInteger.ONE);
    while (failsAt(over, failure)) {
      if (over.compareTo(LAST_KEY) >= 0) {
        return null;
      }
      failing = over;
      over = start.add(over.subtract(start).shiftLeft(1)).min(LAST_KEY);
    }
    while (over.subtract(failing).compareTo(BigInteger.ONE) > 0) {
      BigInteger between = failing.add(over).shiftRight(1);
      if (failsAt(between, failure)) {
        failing = between;
      } else {
        over = between;
      }
    }
    seek(over);
    return over;
  }

  private boolean failsAt(BigInteger key, String failure) {
    seek(key);
    RocksDBException why = error();
    return why != null && failure.equals(why.getMessage());
  }

  private void seek(BigInteger key) {
    byte[] bytes = new byte[KEY_BYTES];
    byte[] digits = key.toByteArray(); // a leading zero may make it longer
    int length = Math.min(digits.length, KEY_BYTES);
    System.arraycopy(digits, digits.length - length, bytes, KEY_BYTES - length, length);
    // A new iterator each time: one that has failed may take the block that it read before for
    // the one that failed (RocksDB 11.8.1).
    rows.close();
    rows = db.newIterator(options);
    rows.seek(bytes);
  }

  private @Nullable RocksDBException error() {
    try {
      rows.status();
      return null;
    } catch (RocksDBException e) {
      return e;
    }
  }

  @Override
  public void close() {
    rows.close();
  }
}
