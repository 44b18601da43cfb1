package life.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a {@link Kind}: serializer, length of the manifest, the manifest, the event
 * manifest.
 */
final class KindRow {

  private KindRow() {}

  static byte[] encode(Kind kind) {
    byte[] manifest = kind.manifest().getBytes(StandardCharsets.UTF_8);
    byte[] eventManifest = kind.eventManifest().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(2 * Integer.BYTES + manifest.length + eventManifest.length)
        .putInt(kind.serializer())
        .putInt(manifest.length)
        .put(manifest)
        .put(eventManifest)
        .array();
  }

  /**
   * @throws IllegalArgumentException when the bytes are none that {@link #encode} wrote
   */
  static Kind decode(byte[] row) {
    ByteBuffer from = ByteBuffer.wrap(row);
    if (from.remaining() < 2 * Integer.BYTES) {
      throw new IllegalArgumentException("a kind of " + row.length + " bytes ends early");
    }
    int serializer = from.getInt();
    int length = from.getInt();
    if (length < 0 || length > from.remaining()) {
      throw new IllegalArgumentException("a kind's manifest can't have " + length + " bytes");
    }
    byte[] manifest = new byte[length];
    from.get(manifest);
    return new Kind(
        serializer,
        new String(manifest, StandardCharsets.UTF_8),
        StandardCharsets.UTF_8.decode(from).toString());
  }
}
