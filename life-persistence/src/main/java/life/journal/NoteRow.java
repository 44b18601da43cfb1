package life.journal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;

/**
 * The rows of the notes. Keys are big endian, so that their order is that of the points of the
 * life, and of the numbers at one point.
 *
 * <pre>
 * C life                how many notes there are, and the last number that was given, 4 bytes each
 * P life number         the tick to which that note is pinned, 8 bytes
 * T life tick number    seq, 8 bytes; when it was written, 8 bytes of seconds and 4 of nanoseconds; its text
 * V                     version of the journal's format, see {@link Keys}
 * </pre>
 */
final class NoteRow {
  static final byte COUNT = 'C';
  static final byte PLACE = 'P';
  static final byte TEXT = 'T';

  private static final int PLACED_BYTES = Long.BYTES + Integer.BYTES;
  private static final int TEXT_AT = 2 * Long.BYTES + Integer.BYTES;

  /** How many notes a life has, and the last number that was given. */
  record Count(int notes, int last) {
    static final Count NONE = new Count(0, 0);

    byte[] toBytes() {
      return ByteBuffer.allocate(2 * Integer.BYTES).putInt(notes).putInt(last).array();
    }

    static Count of(byte[] bytes) {
      require(bytes.length == 2 * Integer.BYTES, "how many there are");
      var read = ByteBuffer.wrap(bytes);
      var count = new Count(read.getInt(), read.getInt());
      require(count.notes >= 0 && count.notes <= count.last, "how many there are");
      return count;
    }
  }

  private NoteRow() {}

  static byte[] count(String life) {
    return begun(COUNT, life, 0).array();
  }

  static byte[] place(String life, int number) {
    return begun(PLACE, life, Integer.BYTES).putInt(number).array();
  }

  /** The key of a note; the least of a point has number 0. */
  static byte[] text(String life, long tick, int number) {
    return begun(TEXT, life, PLACED_BYTES).putLong(tick).putInt(number).array();
  }

  private static ByteBuffer begun(byte kind, String life, int more) {
    byte[] name = life.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(1 + Integer.BYTES + name.length + more)
        .put(kind)
        .putInt(name.length)
        .put(name);
  }

  /** Whether both are keys of notes of the same life. */
  static boolean isBeside(byte[] key, byte[] other) {
    return key.length == other.length
        && Arrays.equals(key, 0, key.length - PLACED_BYTES, other, 0, other.length - PLACED_BYTES);
  }

  /** The life of a key of any kind but the version. */
  static String life(byte[] key) {
    int from = 1 + Integer.BYTES;
    require(key.length >= from, "its life");
    int length = ByteBuffer.wrap(key).getInt(1);
    require(length >= 0 && length <= key.length - from, "its life");
    return new String(key, from, length, StandardCharsets.UTF_8);
  }

  static byte[] written(PinnedNote note) {
    byte[] text = note.text().getBytes(StandardCharsets.UTF_8);
    Instant at = note.at();
    return ByteBuffer.allocate(TEXT_AT + text.length)
        .putLong(note.seq())
        .putLong(at.getEpochSecond())
        .putInt(at.getNano())
        .put(text)
        .array();
  }

  /**
   * A note as it was written.
   *
   * @throws IllegalArgumentException if it is none
   */
  static PinnedNote read(byte[] key, byte[] value) {
    require(key.length >= PLACED_BYTES && value.length >= TEXT_AT, "its length");
    var placed = ByteBuffer.wrap(key, key.length - PLACED_BYTES, PLACED_BYTES);
    var said = ByteBuffer.wrap(value);
    long tick = placed.getLong();
    try {
      return new PinnedNote(
          placed.getInt(),
          said.getLong(),
          tick,
          Instant.ofEpochSecond(said.getLong(), said.getInt()),
          StandardCharsets.UTF_8.newDecoder().decode(said).toString());
    } catch (CharacterCodingException | DateTimeException e) {
      throw new IllegalArgumentException("it can't be read: " + e.getMessage(), e);
    }
  }

  private static void require(boolean right, String what) {
    if (!right) {
      throw new IllegalArgumentException(what + " can't be read");
    }
  }
}
