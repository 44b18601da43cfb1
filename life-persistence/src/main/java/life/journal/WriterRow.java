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

  byte[] encode() {
    if (UUID_FORM.matcher(writer).matches()) {
      UUID uuid = UUID.fromString(writer);
      return ByteBuffer.allocate(1 + 3 * Long.BYTES)
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

  static WriterRow decode(byte[] row) {
    ByteBuffer from = ByteBuffer.wrap(row);
    boolean uuid = from.get() == AS_UUID;
    long baseMillis = from.getLong();
    String writer =
        uuid
            ? new UUID(from.getLong(), from.getLong()).toString()
            : StandardCharsets.UTF_8.decode(from).toString();
    return new WriterRow(writer, baseMillis);
  }
}
