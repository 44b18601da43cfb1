package life.journal;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Actor systems on a journal in a directory. */
final class TestSystems {

  private TestSystems() {}

  static Config config(Path directory) {
    return ConfigFactory.parseMap(
            Map.of(
                "pekko.persistence.journal.plugin", "life.journal",
                "pekko.persistence.snapshot-store.plugin", "life.snapshots",
                "pekko.actor.allow-java-serialization", "off",
                "pekko.loglevel", "WARNING",
                "life.journal.dir", directory.toString()))
        .withFallback(ConfigFactory.load());
  }

  static Path freshDirectory() {
    try {
      return Files.createTempDirectory("life-journal");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
