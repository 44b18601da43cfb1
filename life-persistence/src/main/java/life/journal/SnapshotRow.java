package life.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A snapshot's row: key {@code S, length of the name, name, seq}; value time, state, metadata. */
final class SnapshotRow {

  private static final int NAME_AT = 1 + Integer.BYTES;

  private SnapshotRow() {}

  static byte[] key(String life, long seq) {
    byte[] name = life.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(NAME_AT + name.length + Long.BYTES)
        .put((byte) 'S')
        .putInt(name.length)
        .put(name)
        .putLong(Math.max(0, seq))
        .array();
  }

  static boolean isSameLife(byte[] a, byte[] b) {
    return a.length == b.length
        && Arrays.equals(a, 0, a.length - Long.BYTES, b, 0, b.length - Long.BYTES);
  }

  static long seq(byte[] key) {
    return ByteBuffer.wrap(key).getLong(key.length - Long.BYTES);
  }

  static byte[] encode(Snapshot snapshot) {
    byte[] state = encode(snapshot.state());
    byte[] metadata = snapshot.metadata() == null ? new byte[0] : encode(snapshot.metadata());
    return ByteBuffer.allocate(Long.BYTES + Integer.BYTES + state.length + metadata.length)
        .putLong(snapshot.timestampMillis())
        .putInt(state.length)
        .put(state)
        .put(metadata)
        .array();
  }

  static Snapshot decode(String life, long seq, byte[] row) {
    ByteBuffer from = ByteBuffer.wrap(row);
    long timestampMillis = from.getLong();
    Payload state = payload(take(from, from.getInt()));
    @Nullable Payload metadata = from.hasRemaining() ? payload(take(from, from.remaining())) : null;
    return new Snapshot(life, seq, timestampMillis, state, metadata);
  }

  private static byte[] encode(Payload payload) {
    byte[] kind = KindRow.encode(payload.kind());
    return ByteBuffer.allocate(Integer.BYTES + kind.length + payload.bytes().length)
        .putInt(kind.length)
        .put(kind)
        .put(payload.bytes())
        .array();
  }

  private static Payload payload(byte[] bytes) {
    ByteBuffer from = ByteBuffer.wrap(bytes);
    Kind kind = KindRow.decode(take(from, from.getInt()));
    return new Payload(kind, take(from, from.remaining()));
  }

  private static byte[] take(ByteBuffer from, int length) {
    if (length < 0 || length > from.remaining()) {
      throw new IllegalArgumentException("a part of %d bytes doesn't fit".formatted(length));
    }
    byte[] bytes = new byte[length];
    from.get(bytes);
    return bytes;
  }
}
