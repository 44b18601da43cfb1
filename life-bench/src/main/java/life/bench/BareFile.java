package life.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What the disk itself can do: a few bytes are appended to a file and synced, again and again. */
final class BareFile {
  private static final int BYTES = 128;
  private static final double SECONDS = 1;

  private BareFile() {}

  static double syncsPerSecond(Path folder) {
    var bytes = ByteBuffer.allocateDirect(BYTES);
    long syncs = 0;
    long start = System.nanoTime();
    double seconds = 0;
    try (var file =
        FileChannel.open(
            folder.resolve("bare"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      while (seconds < SECONDS) {
        file.write(bytes.clear());
        file.force(false);
        syncs++;
        seconds = (System.nanoTime() - start) / 1e9;
      }
      return syncs / seconds;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
