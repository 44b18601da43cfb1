package life.journal;

import java.util.ArrayList;
import java.util.List;
import life.journal.OrderRow.Run;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/**
 * Enters facts at the end of the order of all facts. What is added goes into the next batch, as few
 * rows.
 */
final class OrderWriter {

  private final List<Run> waiting = new ArrayList<>();
  private long lastPosition;

  /**
   * Goes on after that position.
   *
   * @param lastPosition 0 when there is none
   */
  OrderWriter(long lastPosition) {
    this.lastPosition = lastPosition;
  }

  /** Adds facts of one life, which come after all that were added before. */
  void add(Run run) {
    if (!waiting.isEmpty() && waiting.getLast().isFollowedBy(run)) {
      Run before = waiting.removeLast();
      waiting.add(new Run(run.life(), before.firstSeq(), before.count() + run.count()));
    } else {
      waiting.add(run);
    }
  }

  /** Puts what was added into the batch that holds its facts. */
  void into(WriteBatch batch) throws RocksDBException {
    for (int from = 0; from < waiting.size(); from += OrderRow.MOST_RUNS) {
      int to = Math.min(waiting.size(), from + OrderRow.MOST_RUNS);
      OrderRow row = new OrderRow(lastPosition + 1, waiting.subList(from, to));
      batch.put(row.key(), row.encode());
      lastPosition = row.lastPosition();
    }
    waiting.clear();
  }
}
