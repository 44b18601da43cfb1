package life.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** The rows of a journal as they are, beneath all that reads them. */
final class RowsOf {

  private RowsOf() {}

  /** The keys that are durable now: the table's letter, and the rest in hexadecimal. */
  static List<String> journal(Path directory) {
    List<String> keys = new ArrayList<>();
    try (Options options = new Options();
        RocksDB db = RocksDB.openReadOnly(options, directory.toString());
        RocksIterator rows = db.newIterator()) {
      for (rows.seekToFirst(); rows.isValid(); rows.next()) {
        byte[] key = rows.key();
        keys.add((char) key[0] + HexFormat.of().formatHex(key, 1, key.length));
      }
      rows.status();
      return keys;
    } catch (RocksDBException e) {
      throw new AssertionError(e);
    }
  }
}
