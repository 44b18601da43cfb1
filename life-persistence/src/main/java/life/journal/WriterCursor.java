package life.journal;

import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** Walks along a life's facts and tells who wrote them. */
final class WriterCursor implements AutoCloseable {

  private final RocksIterator rows;
  private final byte[] anyOfLife;
  private @Nullable WriterRow current;
  private long nextChangeSeq;
  private boolean placed;

  WriterCursor(RocksDB db, ReadOptions options, int life) {
    this.rows = db.newIterator(options);
    this.anyOfLife = Keys.writer(life, 0);
  }

  static @Nullable WriterRow last(RocksIterator rows, int life) throws RocksDBException {
    byte[] last = Keys.writer(life, Long.MAX_VALUE);
    rows.seekForPrev(last);
    rows.status();
    return rows.isValid() && Keys.sameLife(rows.key(), last)
        ? WriterRow.decode(rows.value())
        : null;
  }

  /** The writer of this fact; {@code seq} never goes back. */
  @Nullable WriterRow at(long seq) throws RocksDBException {
    if (!placed) {
      placed = true;
      rows.seekForPrev(Keys.writer(Keys.number(anyOfLife), seq));
      rows.status();
      if (here()) {
        take();
      } else {
        rows.seek(anyOfLife);
        rows.status();
        nextChangeSeq = here() ? Keys.seq(rows.key()) : Long.MAX_VALUE;
      }
    }
    while (seq >= nextChangeSeq) {
      take();
    }
    return current;
  }

  private void take() throws RocksDBException {
    current = WriterRow.decode(rows.value());
    rows.next();
    rows.status();
    nextChangeSeq = here() ? Keys.seq(rows.key()) : Long.MAX_VALUE;
  }

  private boolean here() {
    return rows.isValid() && Keys.sameLife(rows.key(), anyOfLife);
  }

  @Override
  public void close() {
    rows.close();
  }
}
