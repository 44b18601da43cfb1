package life.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Who wrote a life's facts from some seq on, until the next such row; so that no fact need repeat
 * it.
 *
 * @param writer mostly a UUID in its usual form, which takes 16 bytes
 * @param baseMillis the epoch that the timestamps of these facts count from
 */
record WriterRow(String writer, long baseMillis) {

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final byte AS_UUID = 1;
  private static final byte AS_TEXT = 0;
  private static final int UUID_BYTES = 1 + 3 * Long.BYTES;

  byte[] encode() {
    if (UUID_FORM.matcher(writer).matches()) {
      UUID uuid = UUID.fromString(writer);
      return ByteBuffer.allocate(UUID_BYTES)
          .put(AS_UUID)
          .putLong(baseMillis)
          .putLong(uuid.getMostSignificantBits())
          .putLong(uuid.getLeastSignificantBits())
          .array();
    }
    byte[] utf8 = writer.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(1 + Long.BYTES + utf8.length)
        .put(AS_TEXT)
        .putLong(baseMillis)
        .put(utf8)
        .array();
  }

  /**
   * @throws IllegalArgumentException when the bytes are none that {@link #encode} wrote
   */
  static WriterRow decode(byte[] row) {
    boolean uuid = row.length > 0 && row[0] == AS_UUID;
    if (uuid ? row.length != UUID_BYTES : row.length <= Long.BYTES || row[0] != AS_TEXT) {
      throw new IllegalArgumentException("a writer can't have these " + row.length + " bytes");
    }
    ByteBuffer from = ByteBuffer.wrap(row, 1, row.length - 1);
    long baseMillis = from.getLong();
    String writer =
        uuid
            ? new UUID(from.getLong(), from.getLong()).toString()
            : StandardCharsets.UTF_8.decode(from).toString();
    return new WriterRow(writer, baseMillis);
  }
}
