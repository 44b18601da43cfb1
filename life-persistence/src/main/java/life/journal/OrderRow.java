package life.journal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of the order in which the facts of all lives became durable: runs of facts that follow
 * each other. The row's key has the position of the first fact.
 *
 * @param firstPosition in the order of all facts, which begins at 1
 * @param runs 1 to {@link #MOST_RUNS}
 */
record OrderRow(long firstPosition, List<Run> runs) {

  /** So that a reader who looks for one position never decodes more than these. */
  static final int MOST_RUNS = 64;

  private static final int LONGEST_RUN_BYTES = 3 * Varint.LONGEST_BYTES;

  /**
   * Facts of one life that follow each other. Those that are erased since keep their positions.
   *
   * @param life its number
   * @param firstSeq the first of them, 1 or more
   * @param count how many, 1 or more
   */
  record Run(int life, long firstSeq, long count) {
    long lastSeq() {
      return firstSeq + count - 1;
    }

    boolean isFollowedBy(Run other) {
      return life == other.life && other.firstSeq == firstSeq + count;
    }
  }

  OrderRow {
    runs = List.copyOf(runs);
  }

  /** The position of the last fact. */
  long lastPosition() {
    long position = firstPosition - 1;
    for (Run run : runs) {
      position += run.count();
    }
    return position;
  }

  byte[] key() {
    return Keys.order(firstPosition);
  }

  byte[] encode() {
    ByteBuffer to = ByteBuffer.allocate(runs.size() * LONGEST_RUN_BYTES);
    for (Run run : runs) {
      Varint.put(to, run.life());
      Varint.put(to, run.firstSeq());
      Varint.put(to, run.count());
    }
    return Varint.written(to);
  }

  /**
   * @throws IllegalArgumentException when the bytes are none that {@link #encode} wrote
   */
  static OrderRow decode(byte[] key, byte[] value) {
    List<Run> runs = new ArrayList<>();
    ByteBuffer from = ByteBuffer.wrap(value);
    try {
      do {
        runs.add(run(from));
      } while (from.hasRemaining() && runs.size() <= MOST_RUNS);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException(
          "a row of the order that has %d bytes ends early".formatted(value.length), e);
    }
    if (runs.size() > MOST_RUNS) {
      throw new IllegalArgumentException(
          "a row of the order can't hold more than " + MOST_RUNS + " runs");
    }
    return new OrderRow(Keys.position(key), runs);
  }

  private static Run run(ByteBuffer from) {
    long life = Varint.get(from);
    long firstSeq = Varint.get(from);
    long count = Varint.get(from);
    if (life < 1 || life > Integer.MAX_VALUE || firstSeq < 1 || count < 1) {
      throw new IllegalArgumentException(
          "a row of the order can't tell %d facts from %d on of life number %d"
              .formatted(count, firstSeq, life));
    }
    return new Run((int) life, firstSeq, count);
  }
}
