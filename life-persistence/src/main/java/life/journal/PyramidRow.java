package life.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The keys of pyramids. Numbers are big endian.
 *
 * <pre>
 * F                   version of what is kept, 1 byte
 * H life              how far the pyramid is built, and what else its builder knows
 * N life level row    nodes of a level that lie beside each other
 * V                   as in every database, see {@link Opening}
 * </pre>
 */
final class PyramidRow {
  static final byte[] VERSION = {'F'};

  /** All rows of all lives are from here up to and without {@link #AFTER_ALL}. */
  static final byte[] BEFORE_ALL = {'H'};

  static final byte[] AFTER_ALL = {'O'};

  private PyramidRow() {}

  static byte[] head(String life) {
    return key('H', life, 0).array();
  }

  static byte[] nodes(String life, int level, long row) {
    return key('N', life, 1 + Long.BYTES).put((byte) level).putLong(row).array();
  }

  /** Comes after all nodes of that life. */
  static byte[] afterNodes(String life) {
    byte[] key = nodes(life, 0, 0);
    Arrays.fill(key, key.length - 1 - Long.BYTES, key.length, (byte) 0xFF);
    return key;
  }

  private static ByteBuffer key(char letter, String life, int more) {
    byte[] name = life.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(1 + Integer.BYTES + name.length + more)
        .put((byte) letter)
        .putInt(name.length)
        .put(name);
  }
}
