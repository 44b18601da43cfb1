package life.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * Lives that are still arriving. Their facts stand in the journal under a name that no life can
 * have, until one write gives them their real name; whoever lists lives doesn't see them.
 */
final class Staged {

  private static final String MARK = "~";

  private Staged() {}

  /** The name under which a life is staged by one arrival. */
  static String name(String life, String arrival) {
    return MARK + life + MARK + arrival;
  }

  static boolean is(String name) {
    return name.startsWith(MARK);
  }

  /** Removes all rows of a life that has this number and name, once the batch is written. */
  static void remove(WriteBatch batch, int number, String name) throws RocksDBException {
    batch.deleteRange(Keys.facts(number, 0), Keys.facts(number + 1, 0));
    batch.deleteRange(Keys.writer(number, 0), Keys.writer(number + 1, 0));
    batch.delete(Keys.erased(number));
    batch.delete(Keys.nameOf(number));
    batch.delete(Keys.lifeNamed(name));
  }

  /**
   * Removes what a process left that ended in the middle of arrivals; nobody else may write
   * meanwhile.
   *
   * @return the staged names
   */
  static List<String> removeAll(RocksDB db) throws RocksDBException {
    List<String> left = new ArrayList<>();
    try (ReadOptions options = new ReadOptions();
        RocksIterator rows = db.newIterator(options);
        WriteBatch batch = new WriteBatch();
        WriteOptions durable = new WriteOptions().setSync(true)) {
      for (rows.seek(Keys.lifeNamed(MARK)); rows.isValid(); rows.next()) {
        byte[] key = rows.key();
        String name = new String(key, 1, key.length - 1, StandardCharsets.UTF_8);
        if (key[0] != Keys.lifeNamed(MARK)[0] || !is(name)) {
          break;
        }
        left.add(name);
        remove(batch, Keys.intOf(rows.value()), name);
      }
      rows.status();
      if (!left.isEmpty()) {
        db.write(durable, batch);
      }
    }
    return left;
  }
}
