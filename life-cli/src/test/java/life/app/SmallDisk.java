package life.app;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A disk that is easily filled: a piece of memory that is mounted at a folder. Needs rights. */
final class SmallDisk implements AutoCloseable {
  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Mounts one; empty if that is not allowed here. */
  static Optional<SmallDisk> at(Path folder, int mebibytes) throws IOException {
    Files.createDirectories(folder);
    var size = "size=" + mebibytes + "m";
    return run("mount", "-t", "tmpfs", "-o", size, "tmpfs", folder.toString())
        ? Optional.of(new SmallDisk(folder))
        : Optional.empty();
  }

  /** Takes all the room that is left. */
  void fill() throws IOException {
    for (int block : new int[] {1 << 16, 1 << 12, 1}) {
      try (var to =
          Files.newOutputStream(ballast(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        while (true) {
          to.write(new byte[block]);
        }
      } catch (IOException e) {
        requireFull(e);
      }
    }
  }

  void free() throws IOException {
    Files.delete(ballast());
  }

  private Path ballast() {
    return folder.resolve("ballast");
  }

  private static void requireFull(IOException e) throws IOException {
    if (e instanceof FileSystemException || !String.valueOf(e.getMessage()).contains("space")) {
      throw e;
    }
  }

  private static boolean run(String... command) throws IOException {
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .onExit()
            .join()
            .exitValue()
        == 0;
  }

  @Override
  public void close() throws IOException {
    run("umount", "-l", folder.toString());
  }
}
