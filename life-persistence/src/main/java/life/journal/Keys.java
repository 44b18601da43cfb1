package life.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The rows of the journal's one table. A life has a number of 4 bytes; numbers are big endian, so
 * that the order of the keys is the order of the facts.
 *
 * <pre>
 * C                  the number of the next life, 4 bytes
 * D life             highest erased seq, 8 bytes
 * F life seq         facts written together, from this seq on, see {@link FactRow}
 * I life             its name
 * K number           a {@link Kind}
 * N name             the number of the life
 * O position         which facts come there in the order of all, see {@link OrderRow}
 * V                  version of this format, 1 byte
 * W life seq         who wrote from this seq on, see {@link WriterRow}
 * </pre>
 */
final class Keys {

  static final byte FORMAT_VERSION = 3;
  static final byte[] VERSION = {'V'};
  static final byte[] NEXT_LIFE = {'C'};
  static final int LIFE_BYTES = 1 + Integer.BYTES;
  static final int FACT_BYTES = 1 + Integer.BYTES + Long.BYTES;

  private static final int ORDER_BYTES = 1 + Long.BYTES;
  private static final byte ORDER = 'O';

  private Keys() {}

  static byte[] facts(int life, long seq) {
    return numbered('F', life, seq);
  }

  static byte[] writer(int life, long seq) {
    return numbered('W', life, seq);
  }

  static byte[] erased(int life) {
    return numbered('D', life);
  }

  static byte[] nameOf(int life) {
    return numbered('I', life);
  }

  static byte[] order(long position) {
    return ByteBuffer.allocate(ORDER_BYTES).put(ORDER).putLong(position).array();
  }

  static boolean isOrder(byte[] key) {
    return key.length == ORDER_BYTES && key[0] == ORDER;
  }

  /** Of the first fact of a row of the order. */
  static long position(byte[] key) {
    return ByteBuffer.wrap(key).getLong(1);
  }

  static byte[] kind(int number) {
    return numbered('K', number);
  }

  static byte[] lifeNamed(String name) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(1 + utf8.length).put((byte) 'N').put(utf8).array();
  }

  /** Whether both keys are of the same table and, for facts and writers, of the same life. */
  static boolean sameLife(byte[] a, byte[] b) {
    return a.length == FACT_BYTES
        && b.length == FACT_BYTES
        && a[0] == b[0]
        && ByteBuffer.wrap(a).getInt(1) == ByteBuffer.wrap(b).getInt(1);
  }

  static long seq(byte[] key) {
    return ByteBuffer.wrap(key).getLong(1 + Integer.BYTES);
  }

  static int number(byte[] key) {
    return ByteBuffer.wrap(key).getInt(1);
  }

  /**
   * @throws IllegalArgumentException when these aren't the 4 bytes of a number
   */
  static int intOf(byte[] bytes) {
    return numberOf(bytes, Integer.BYTES).getInt();
  }

  /**
   * @throws IllegalArgumentException when these aren't the 8 bytes of a number
   */
  static long longOf(byte[] bytes) {
    return numberOf(bytes, Long.BYTES).getLong();
  }

  private static ByteBuffer numberOf(byte[] bytes, int length) {
    if (bytes.length != length) {
      throw new IllegalArgumentException(
          "a number of %d bytes can't have %d".formatted(length, bytes.length));
    }
    return ByteBuffer.wrap(bytes);
  }

  static byte[] bytes(int number) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
  }

  static byte[] bytes(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }

  private static byte[] numbered(char table, int number) {
    return ByteBuffer.allocate(1 + Integer.BYTES).put((byte) table).putInt(number).array();
  }

  private static byte[] numbered(char table, int life, long seq) {
    return ByteBuffer.allocate(FACT_BYTES).put((byte) table).putInt(life).putLong(seq).array();
  }
}
