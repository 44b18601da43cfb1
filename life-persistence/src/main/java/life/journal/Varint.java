package life.journal;

import java.nio.ByteBuffer;

/** Numbers in as few bytes as they need: seven bits a byte, lowest first. */
final class Varint {

  /** The most bytes that a number takes. */
  static final int LONGEST_BYTES = 10;

  private Varint() {}

  static void put(ByteBuffer to, long number) {
    long rest = number;
    while ((rest & ~0x7fL) != 0) {
      to.put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    to.put((byte) rest);
  }

  /** For numbers that may be below zero: small either way stays short. */
  static void putSigned(ByteBuffer to, long number) {
    put(to, (number << 1) ^ (number >> 63));
  }

  static long get(ByteBuffer from) {
    long number = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = from.get();
      number |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return number;
      }
    }
    throw new IllegalArgumentException("a number is longer than " + LONGEST_BYTES + " bytes");
  }

  static long getSigned(ByteBuffer from) {
    long number = get(from);
    return (number >>> 1) ^ -(number & 1);
  }

  /** What was put into this buffer so far. */
  static byte[] written(ByteBuffer to) {
    byte[] bytes = new byte[to.position()];
    to.flip().get(bytes);
    return bytes;
  }
}
