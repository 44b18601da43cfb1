package life.detect;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what a {@link CheckpointWriter} wrote.
 *
 * <p>Every method throws an {@link IllegalArgumentException} where the bytes end too early or can't
 * be what was written.
 */
public final class CheckpointReader implements Checkpoint {
  private static final int SEVEN_BITS = 0x7f;

  private final byte[] bytes;
  private int at;

  /** Reads these bytes from their beginning. */
  public CheckpointReader(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /** Whether all was read. */
  public boolean isAtEnd() {
    return at == bytes.length;
  }

  @Override
  public boolean isReading() {
    return true;
  }

  @Override
  public long whole(long value) {
    long read = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = next();
      read |= (long) (next & SEVEN_BITS) << shift;
      if (next >= 0) {
        return (read >>> 1) ^ -(read & 1);
      }
    }
    throw new IllegalArgumentException("a whole number without end at byte " + at);
  }

  @Override
  public double number(double value) {
    long bits = 0;
    for (int i = 0; i < Double.BYTES; i++) {
      bits = bits << 8 | (next() & 0xff);
    }
    return Double.longBitsToDouble(bits);
  }

  @Override
  public String text(String value) {
    return new String(bytes(new byte[0]), StandardCharsets.UTF_8);
  }

  @Override
  public byte[] bytes(byte[] value) {
    int length = length();
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  @Override
  public int length() {
    long length = whole(0);
    if (length < 0 || length > bytes.length - at) {
      throw new IllegalArgumentException(
          "a length of " + length + " where " + (bytes.length - at) + " bytes are left");
    }
    return (int) length;
  }

  private byte next() {
    if (at == bytes.length) {
      throw new IllegalArgumentException("it ends after " + at + " bytes");
    }
    return bytes[at++];
  }
}
