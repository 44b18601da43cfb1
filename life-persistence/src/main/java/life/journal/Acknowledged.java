package life.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the journal was acknowledged, kept beside it in a file of 16 bytes: RocksDB's sequence
 * number and a checksum.
 *
 * <p>It is written after every sync and before the acknowledgement, and not synced itself. So it
 * never runs ahead of the journal; after a killed process it is exact, after a power loss it may
 * lag. A journal that ends before it has lost acknowledged facts: the one kind of damage that the
 * log's own checksums can't tell from a torn tail.
 */
final class Acknowledged implements AutoCloseable {

  static final String FILE = "acknowledged";

  private static final Logger LOG = LoggerFactory.getLogger(Acknowledged.class);
  private static final int BYTES = 2 * Long.BYTES;

  private final FileChannel file;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BYTES);
  private boolean complained;

  private Acknowledged(FileChannel file) {
    this.file = file;
  }

  /** What was acknowledged at least; 0 when nothing is known. */
  static long readIn(Path directory) throws IOException {
    Path path = directory.resolve(FILE);
    if (!Files.exists(path)) {
      return 0;
    }
    byte[] bytes = Files.readAllBytes(path);
    if (bytes.length == 0) {
      return 0;
    }
    ByteBuffer read = ByteBuffer.wrap(bytes);
    if (bytes.length != BYTES || read.getLong(Long.BYTES) != checksum(read.getLong(0))) {
      LOG.warn(
          "{} is unreadable and says nothing about the journal's end; it will be written anew.",
          path);
      return 0;
    }
    return read.getLong(0);
  }

  static boolean existsIn(Path directory) {
    return Files.exists(directory.resolve(FILE));
  }

  static Acknowledged openIn(Path directory) throws IOException {
    Path path = directory.resolve(FILE);
    boolean created = !Files.exists(path);
    Acknowledged opened =
        new Acknowledged(
            FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    if (created) {
      opened.write(0);
      opened.file.force(true);
      Directories.sync(directory);
    }
    return opened;
  }

  void advance(long sequence) {
    try {
      write(sequence);
    } catch (IOException e) {
      if (!complained) {
        complained = true;
        LOG.warn(
            "How far the journal was acknowledged could not be noted; the facts themselves are safe.",
            e);
      }
    }
  }

  private void write(long sequence) throws IOException {
    buffer.clear().putLong(sequence).putLong(checksum(sequence)).flip();
    file.write(buffer, 0);
  }

  private static long checksum(long sequence) {
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(Long.BYTES).putLong(0, sequence));
    return crc.getValue();
  }

  @Override
  public void close() throws IOException {
    try (file) {
      file.force(false);
    }
  }
}
