package life.detect;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes a state down: whole numbers as zigzag varints, numbers as their 64 bits. */
public final class CheckpointWriter implements Checkpoint {
  private static final int ROOM = 1_024;
  private static final int SEVEN_BITS = 0x7f;
  private static final int MORE = 0x80;

  private byte[] bytes = new byte[ROOM];
  private int size;

  /** What was written. */
  public byte[] written() {
    return Arrays.copyOf(bytes, size);
  }

  @Override
  public boolean isReading() {
    return false;
  }

  @Override
  public long whole(long value) {
    long left = (value << 1) ^ (value >> 63);
    while ((left & ~SEVEN_BITS) != 0) {
      put((byte) ((left & SEVEN_BITS) | MORE));
      left >>>= 7;
    }
    put((byte) left);
    return value;
  }

  @Override
  public double number(double value) {
    long bits = Double.doubleToRawLongBits(value);
    for (int shift = 56; shift >= 0; shift -= 8) {
      put((byte) (bits >>> shift));
    }
    return value;
  }

  @Override
  public String text(String value) {
    bytes(value.getBytes(StandardCharsets.UTF_8));
    return value;
  }

  @Override
  public byte[] bytes(byte[] value) {
    whole(value.length);
    for (byte each : value) {
      put(each);
    }
    return value;
  }

  @Override
  public int length() {
    throw new IllegalStateException("a length is read, not written");
  }

  private void put(byte value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, size * 2);
    }
    bytes[size++] = value;
  }
}
