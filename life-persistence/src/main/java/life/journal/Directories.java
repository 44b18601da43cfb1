package life.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Directories that outlive a power loss. */
final class Directories {

  private Directories() {}

  /** Creates what is missing of {@code directory}, and syncs each parent that got a new entry. */
  static void create(Path directory) throws IOException {
    Path absolute = directory.toAbsolutePath();
    if (Files.isDirectory(absolute)) {
      return;
    }
    Path parent = absolute.getParent();
    if (parent != null) {
      create(parent);
    }
    Files.createDirectory(absolute);
    if (parent != null) {
      sync(parent);
    }
  }

  /** Makes the entries of a directory durable. Windows has no such call and needs none. */
  static void sync(Path directory) throws IOException {
    if (java.io.File.separatorChar == '\\') {
      return;
    }
    try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
      entries.force(true);
    }
  }
}
