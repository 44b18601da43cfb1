package life.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.zip.CRC32C;

/**
 * The records of RocksDB's logs (write-ahead log and manifest), looked at from outside: blocks of
 * 32 KiB, each record with checksum, length and type before it.
 *
 * <p>RocksDB checks them too, but doesn't tell the place, and some damaged manifests make it search
 * without end. A last record that is cut short is no damage here: a killed process leaves such.
 * Whether it was acknowledged, {@link Acknowledged} knows.
 */
final class LogFrames {

  private static final int BLOCK_BYTES = 32 << 10;
  private static final int HEADER_BYTES = 7;
  private static final int CHECKSUM_MASK = 0xa282ead8;

  private final ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private final CRC32C crc = new CRC32C();

  private LogFrames() {}

  /** The first record that isn't what was written, in bytes from the start of the file. */
  static OptionalLong firstDamage(Path file) throws IOException {
    LogFrames frames = new LogFrames();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long start = 0;
      while (frames.readBlock(channel, start)) {
        int damaged = frames.firstDamageInBlock();
        if (damaged >= 0) {
          return OptionalLong.of(start + damaged);
        }
        start += BLOCK_BYTES;
      }
      return OptionalLong.empty();
    }
  }

  private boolean readBlock(FileChannel channel, long start) throws IOException {
    block.clear();
    int read = 0;
    while (read >= 0 && block.hasRemaining()) {
      read = channel.read(block, start + block.position());
    }
    block.flip();
    return block.hasRemaining();
  }

  private int firstDamageInBlock() {
    boolean last = block.limit() < BLOCK_BYTES;
    int at = 0;
    while (at + HEADER_BYTES <= block.limit()) {
      int length = Short.toUnsignedInt(block.getShort(at + 4));
      int end = at + HEADER_BYTES + length;
      if (end > block.limit()) {
        return last && isKnown(block.get(at + 6)) ? -1 : at;
      }
      boolean empty = block.getInt(at) == 0 && length == 0 && block.get(at + 6) == 0;
      if (!empty && block.getInt(at) != checksum(at + 6, end)) {
        return at;
      }
      at = end;
    }
    return -1;
  }

  /**
   * Whole, first, middle, last, compression, timestamp size, predecessor: what our options write.
   */
  private static boolean isKnown(byte type) {
    int number = Byte.toUnsignedInt(type);
    return (number >= 1 && number <= 4) || number == 9 || number == 10 || number == 130;
  }

  private int checksum(int from, int to) {
    crc.reset();
    crc.update(block.array(), from, to - from);
    int value = (int) crc.getValue();
    return Integer.rotateRight(value, 15) + CHECKSUM_MASK;
  }
}
