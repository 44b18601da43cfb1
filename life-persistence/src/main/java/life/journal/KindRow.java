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

  static Kind decode(byte[] row) {
    ByteBuffer from = ByteBuffer.wrap(row);
    int serializer = from.getInt();
    byte[] manifest = new byte[from.getInt()];
    from.get(manifest);
    return new Kind(
        serializer,
        new String(manifest, StandardCharsets.UTF_8),
        StandardCharsets.UTF_8.decode(from).toString());
  }
}
