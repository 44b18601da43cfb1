package life.journal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Facts that were written together, in one row: their count, then for each its length and its bytes
 * (see {@link FactRecord}). The row's key has the number of the first.
 */
final class FactRow {

  /** So that a reader who wants one fact never decodes more than these. */
  static final int MOST_FACTS = 64;

  private final long firstSeq;
  private final int count;
  private final ByteBuffer records;
  private long nextSeq;

  private FactRow(long firstSeq, int count, ByteBuffer records) {
    this.firstSeq = firstSeq;
    this.count = count;
    this.records = records;
    this.nextSeq = firstSeq;
  }

  /** The row of these records, at most {@link #MOST_FACTS}. */
  static byte[] encode(List<byte[]> records) {
    int bytes = Varint.LONGEST_BYTES;
    for (byte[] record : records) {
      bytes += Varint.LONGEST_BYTES + record.length;
    }
    ByteBuffer to = ByteBuffer.allocate(bytes);
    Varint.put(to, records.size());
    for (byte[] record : records) {
      Varint.put(to, record.length);
      to.put(record);
    }
    return Varint.written(to);
  }

  /**
   * @throws IllegalArgumentException when the bytes are none that {@link #encode} wrote
   */
  static FactRow decode(byte[] key, byte[] value) {
    ByteBuffer from = ByteBuffer.wrap(value);
    try {
      long count = Varint.get(from);
      if (count < 1 || count > MOST_FACTS) {
        throw new IllegalArgumentException("a row can't hold " + count + " facts");
      }
      return new FactRow(Keys.seq(key), (int) count, from);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("a row is empty", e);
    }
  }

  /** The number of the first fact in the row. */
  long firstSeq() {
    return firstSeq;
  }

  /** The number of the last fact in the row. */
  long lastSeq() {
    return firstSeq + count - 1;
  }

  /**
   * The record of a fact of this row; {@code seq} never goes back.
   *
   * @throws IllegalArgumentException when the row ends before it, or after its last fact does not
   *     end
   */
  byte[] record(long seq) {
    try {
      byte[] record = next();
      while (nextSeq <= seq) {
        record = next();
      }
      if (seq == lastSeq() && records.hasRemaining()) {
        throw new IllegalArgumentException("a row goes on after its last fact");
      }
      return record;
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("a row of " + records.limit() + " bytes ends early", e);
    }
  }

  private byte[] next() {
    long length = Varint.get(records);
    if (length < 0 || length > records.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] record = new byte[(int) length];
    records.get(record);
    nextSeq++;
    return record;
  }
}
