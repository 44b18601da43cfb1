package life.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The rows of the observations. Keys are big endian, so that their order is that of the numbers.
 *
 * <pre>
 * C life 0          how far it was watched, see {@link Watched}
 * L life number     the latest version of that observation, 8 bytes
 * O life version    an observation in that version
 * </pre>
 */
enum ObservationRow {
  WATCHED('C'),
  LATEST('L'),
  VERSION('O');

  private final byte letter;

  ObservationRow(char letter) {
    this.letter = (byte) letter;
  }

  byte[] key(String life, long number) {
    byte[] name = life.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(1 + Integer.BYTES + name.length + Long.BYTES)
        .put(letter)
        .putInt(name.length)
        .put(name)
        .putLong(number)
        .array();
  }

  /** Whether a key is of the same kind and life as another. */
  static boolean isBeside(byte[] key, byte[] other) {
    return key.length == other.length
        && Arrays.equals(key, 0, key.length - Long.BYTES, other, 0, key.length - Long.BYTES);
  }

  static long number(byte[] key) {
    return ByteBuffer.wrap(key).getLong(key.length - Long.BYTES);
  }
}
