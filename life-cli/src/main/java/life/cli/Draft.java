package life.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file that is there whole or not at all: under another name beside it first, then moved.
 */
final class Draft {
  /** Writes the content. */
  interface Content {
    void to(OutputStream out) throws IOException;
  }

  private Draft() {}

  /** Returns how many bytes the file has. */
  static long write(Path file, Content content) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new Trouble(
          Exit.WRONG_USAGE,
          "no-file",
          file + " is no file that could be replaced",
          "name a file in a folder that exists");
    }
    var draft = beside(file);
    try (var _ = new OnInterrupt(() -> discard(draft))) {
      return finish(draft, file, content);
    } catch (IOException e) {
      throw unwritable(file, e);
    } finally {
      discard(draft);
    }
  }

  private static Path beside(Path file) {
    var mark = Long.toHexString(ProcessHandle.current().pid() ^ System.nanoTime());
    return file.resolveSibling("." + file.getFileName() + "-" + mark + ".part");
  }

  private static long finish(Path draft, Path file, Content content) throws IOException {
    try (var out =
        Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      content.to(out);
    }
    try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    var bytes = Files.size(draft);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return bytes;
  }

  private static void discard(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      // It stays behind under a name that says what it is.
    }
  }

  private static Trouble unwritable(Path file, IOException why) {
    return new Trouble(
        Exit.FAILED,
        "file-unwritable",
        file + " could not be written: " + why,
        "check that its folder exists, may be written and has space; nothing half-done was left",
        why);
  }
}
