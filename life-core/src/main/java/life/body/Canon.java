package life.body;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The canonical form that fingerprints are taken of: a fixed order, texts and lists with their
 * length, numbers as big-endian bits. What is written is digested with SHA-256 at once.
 */
public final class Canon {
  private static final int ROOM = 4_096;

  private final MessageDigest sha = sha256();
  private final ByteBuffer waiting = ByteBuffer.allocate(ROOM);

  /** Writes a text. */
  public Canon text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    whole(bytes.length);
    return bytes(bytes);
  }

  /** Writes a number to its last bit. */
  public Canon number(double value) {
    return whole(Double.doubleToLongBits(value));
  }

  /** Writes a whole number. */
  public Canon whole(long value) {
    if (waiting.remaining() < Long.BYTES) {
      drain();
    }
    waiting.putLong(value);
    return this;
  }

  /** Writes a list: its length, then each element. */
  public <T> Canon list(List<T> list, BiConsumer<T, Canon> each) {
    whole(list.size());
    for (T element : list) {
      each.accept(element, this);
    }
    return this;
  }

  /** Writes bytes whose number the reader knows. */
  public Canon bytes(byte[] bytes) {
    drain();
    sha.update(bytes);
    return this;
  }

  /** The SHA-256 of all that was written; ends this form. */
  public byte[] digest() {
    drain();
    return sha.digest();
  }

  private void drain() {
    sha.update(waiting.array(), 0, waiting.position());
    waiting.clear();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
