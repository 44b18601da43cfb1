package life.journal;

import life.journal.OrderRow.Run;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * Makes a journal of format 2 one of format 3, which tells the order of the facts of all lives. How
 * they were interleaved is not known any more, so the lives enter one after the other, each with
 * all its facts, in the order of their births.
 */
final class Upgrade {

  /** The one older format that can still be read. */
  static final byte FROM = 2;

  private static final int LIVES_AT_ONCE = 1_000;

  private Upgrade() {}

  /** Does it in one durable write: a process that ends meanwhile leaves format 2. */
  static void of(RocksDB db, FactReader facts) throws RocksDBException {
    OrderWriter order = new OrderWriter(0);
    try (WriteBatch batch = new WriteBatch();
        WriteOptions durable = new WriteOptions().setSync(true)) {
      int last = 0;
      var lives = facts.livesAfter(last, LIVES_AT_ONCE);
      while (!lives.isEmpty()) {
        for (LifeName life : lives) {
          long highest = facts.highest(life.number());
          if (highest > 0) {
            order.add(new Run(life.number(), 1, highest));
          }
        }
        last = lives.getLast().number();
        lives = facts.livesAfter(last, LIVES_AT_ONCE);
      }
      order.into(batch);
      batch.put(Keys.VERSION, new byte[] {Keys.FORMAT_VERSION});
      db.write(durable, batch);
    }
  }
}
