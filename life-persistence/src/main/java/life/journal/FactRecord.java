package life.journal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import life.journal.NewFact.Slot;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one fact: a head of kind and flags (1 byte for the first 32 kinds), the time since
 * the writer began (3 to 5 bytes), metadata if there is any, then the payload to the end.
 */
final class FactRecord {

  private static final int HAS_METADATA = 1;
  private static final int EMPTY = 2;
  private static final int FLAG_BITS = 2;

  private FactRecord() {}

  /** The kinds' numbers, while a fact is written. */
  interface Numbers {
    int of(Kind kind);
  }

  /** The kinds of numbers, while a fact is read. */
  interface Kinds {
    Kind of(int number);
  }

  static byte[] encode(NewFact fact, long baseMillis, Numbers numbers) {
    long age = fact.timestampMillis() - baseMillis;
    return switch (fact.slot()) {
      case Slot.Empty _ -> {
        ByteBuffer to = ByteBuffer.allocate(2 * Varint.LONGEST_BYTES);
        Varint.put(to, EMPTY);
        Varint.putSigned(to, age);
        yield Varint.written(to);
      }
      case Slot.Filled(Payload payload, @Nullable Payload metadata) -> {
        int metadataBytes =
            metadata == null ? 0 : metadata.bytes().length + 2 * Varint.LONGEST_BYTES;
        ByteBuffer to =
            ByteBuffer.allocate(2 * Varint.LONGEST_BYTES + metadataBytes + payload.bytes().length);
        Varint.put(
            to,
            (long) numbers.of(payload.kind()) << FLAG_BITS | (metadata == null ? 0 : HAS_METADATA));
        Varint.putSigned(to, age);
        if (metadata != null) {
          Varint.put(to, numbers.of(metadata.kind()));
          Varint.put(to, metadata.bytes().length);
          to.put(metadata.bytes());
        }
        to.put(payload.bytes());
        yield Varint.written(to);
      }
    };
  }

  /**
   * The fact, or null where the number was left empty on purpose.
   *
   * @throws IllegalArgumentException when the bytes are none that {@link #encode} wrote
   */
  static @Nullable StoredFact decode(
      String life, long seq, WriterRow writer, byte[] record, Kinds kinds) {
    try {
      ByteBuffer from = ByteBuffer.wrap(record);
      long head = Varint.get(from);
      long timestampMillis = writer.baseMillis() + Varint.getSigned(from);
      if ((head & EMPTY) != 0) {
        return null;
      }
      Payload metadata = null;
      if ((head & HAS_METADATA) != 0) {
        Kind kind = kinds.of(Math.toIntExact(Varint.get(from)));
        metadata = new Payload(kind, take(from, Math.toIntExact(Varint.get(from))));
      }
      Kind kind = kinds.of(Math.toIntExact(head >>> FLAG_BITS));
      Payload payload = new Payload(kind, take(from, from.remaining()));
      return new StoredFact(life, seq, writer.writer(), timestampMillis, payload, metadata);
    } catch (BufferUnderflowException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "a record of " + record.length + " bytes ends too early", e);
    }
  }

  private static byte[] take(ByteBuffer from, int length) {
    if (length < 0 || length > from.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[length];
    from.get(bytes);
    return bytes;
  }
}
