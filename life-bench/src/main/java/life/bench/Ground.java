package life.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import life.actor.WorldFile;
import life.world.World;

/**
 * What a benchmark stands on.
 *
 * @param data a folder on the disk that is measured
 * @param top of the checkout
 * @param rounds how many count
 */
record Ground(Path data, Path top, int rounds) {

  /** A new folder for one round. */
  Path folder() {
    try {
      return Files.createTempDirectory(Files.createDirectories(data), "round");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The world that beings are born into by default. */
  World world() {
    return WorldFile.read(top.resolve("config/worlds/default.conf"));
  }

  static void clear(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
