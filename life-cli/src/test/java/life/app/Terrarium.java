package life.app;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A data directory in which one being, {@value #NAME}, is left to live by one process after the
 * other.
 */
final class Terrarium {
  static final String NAME = "ada";

  /** The journal writes small files, so that it begins new ones, and merges them, often. */
  static final String SMALL_FILES = "life.journal.write-buffer = 64 KiB";

  private static final Path CONFIG = LifeProcess.LAUNCHER.resolve("../../config").normalize();

  private static boolean rehearsed;

  private final Path folder;
  private final Path config;
  private int starts;

  /**
   * Prepares the folder.
   *
   * @param factsPerSnapshot how many facts lie between two snapshots
   * @param settings more lines for the config file
   */
  Terrarium(Path folder, int factsPerSnapshot, String... settings)
      throws IOException, InterruptedException {
    rehearse(folder.resolve("rehearsal"));
    this.folder = folder;
    this.config = Files.createDirectories(folder.resolve("config")).resolve("life.conf");
    Files.writeString(
        config,
        """
        include "%s"
        life.snapshots.every-facts = %d
        %s
        """
            .formatted(CONFIG.resolve("life.conf"), factsPerSnapshot, String.join("\n", settings)));
    Files.createDirectories(folder.resolve("config/worlds"));
    Files.copy(CONFIG.resolve("worlds/default.conf"), folder.resolve("config/worlds/default.conf"));
    Files.copy(CONFIG.resolve("logback.xml"), folder.resolve("config/logback.xml"));
  }

  Path data() {
    return folder.resolve("data");
  }

  Path journal() {
    return data().resolve("journal");
  }

  Path snapshots() {
    return data().resolve("snapshots");
  }

  /** Starts {@code life run} for the being of this terrarium, with more options. */
  LifeProcess run(String... options) throws IOException {
    return start(List.of(), command(options));
  }

  /** The same, as the child of another command. */
  LifeProcess runUnder(List<String> prefix, String... options) throws IOException {
    return start(prefix, command(options));
  }

  /** All that the journal tells, read while no process has it. */
  Past past() {
    return Past.of(journal(), NAME);
  }

  /**
   * The first start of a build trains Java's cache in the background; with it a start takes a third
   * of the time. Waits for that once.
   */
  private static synchronized void rehearse(Path folder) throws IOException, InterruptedException {
    if (rehearsed) {
      return;
    }
    rehearsed = true;
    var words = List.of("run", "--until-tick", "1", "--speed", "1000", "--port", "0", "--data");
    var command = new ArrayList<>(List.of(LifeProcess.LAUNCHER.toString()));
    command.addAll(words);
    command.add(folder.resolve("data").toString());
    Files.createDirectories(folder);
    try (var process = LifeProcess.start(command, Map.of(), folder.resolve("process.err"))) {
      process.ended();
    }
    var cache = LifeProcess.LAUNCHER.resolve("../../cache").normalize();
    await().atMost(Duration.ofMinutes(2)).until(() -> isQuiet(cache));
  }

  private static boolean isQuiet(Path cache) throws IOException {
    if (!Files.isDirectory(cache)) {
      return true; // it can't be trained here
    }
    try (var files = Files.list(cache)) {
      return files.noneMatch(file -> file.toString().endsWith(".work"));
    }
  }

  /** The words of {@code life run}; an option that is given goes before the usual one. */
  private List<String> command(String... options) {
    var given = Arrays.asList(options);
    var words = new ArrayList<>(List.of("run"));
    var usual = List.of("--data", data().toString(), "--port", "0", "--name", NAME);
    for (int i = 0; i < usual.size(); i += 2) {
      if (!given.contains(usual.get(i))) {
        words.addAll(usual.subList(i, i + 2));
      }
    }
    words.addAll(given);
    return words;
  }

  private LifeProcess start(List<String> prefix, List<String> words) throws IOException {
    var command = new ArrayList<>(prefix);
    command.add(LifeProcess.LAUNCHER.toString());
    command.addAll(words);
    starts++;
    return LifeProcess.start(
        command,
        Map.of("LIFE_CONFIG", config.toString()),
        folder.resolve("process-" + starts + ".err"));
  }
}
