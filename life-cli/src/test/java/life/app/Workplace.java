package life.app;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import life.journal.DataDirectory;

/** A copy of the sources, in which somebody works with {@code life dev} while a being lives. */
final class Workplace {
  static final String SOURCE = "life-core/src/main/java/life/body/Drive.java";
  private static final String LIVES_ON = "lives on after ";
  private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path top;
  private final Path data;

  Workplace(Path folder) throws IOException {
    top = folder.resolve("life");
    data = folder.resolve("data");
    for (var module : List.of("life-core", "life-persistence", "life-http", "life-cli")) {
      copy(module + "/src/main");
      copy(module + "/pom.xml");
    }
    copy("scripts");
    copy("config");
    copy("pom.xml");
    Files.createDirectories(top.resolve("life-cli/target"));
    Files.createSymbolicLink(
        top.resolve("life-cli/target/life"), TOP.resolve("life-cli/target/life"));
  }

  private void copy(String what) throws IOException {
    var from = TOP.resolve(what);
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        var to = top.resolve(TOP.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.createDirectories(to.getParent());
          Files.copy(file, to);
        }
      }
    }
  }

  /** Begins to work. */
  LifeProcess dev(String... options) throws IOException {
    var command =
        new ArrayList<>(
            List.of(top.resolve("scripts/life").toString(), "dev", "--data", data.toString()));
    command.addAll(List.of("--port", "0", "--name", Terrarium.NAME, "--mortality", "off"));
    command.addAll(List.of(options));
    return LifeProcess.start(command, Map.of(), top.resolve("dev.err"));
  }

  Path file(String name) {
    return top.resolve(name);
  }

  /** Saves a file as it is. */
  void touch(String name) throws IOException {
    Files.write(file(name), Files.readAllBytes(file(name)));
  }

  /** Changes a file; gives what it was before. */
  String change(String name, String from, String to) throws IOException {
    var before = Files.readString(file(name));
    if (!before.contains(from)) {
      throw new AssertionError(name + " has no '" + from + "'");
    }
    Files.writeString(file(name), before.replace(from, to));
    return before;
  }

  /** Waits until the being has lived on so many times, the first start included. */
  static void awaitLives(LifeProcess dev, int times) {
    await().atMost(PATIENCE).until(() -> count(dev.talk(), LIVES_ON) >= times);
  }

  /** Waits until it says that. */
  static void awaitWords(LifeProcess dev, String words) {
    await().atMost(PATIENCE).until(() -> dev.talk().contains(words));
  }

  static int count(String text, String words) {
    return text.split(Pattern.quote(words), -1).length - 1;
  }

  /** The process in which the being lives now: whoever holds its data. */
  ProcessHandle child() throws IOException {
    return DataDirectory.holder(data)
        .flatMap(holder -> ProcessHandle.of(holder.pid()))
        .orElseThrow(() -> new AssertionError("no being lives there now"));
  }

  /** Waits until Java has learned of the libraries, so that starts are as quick as they get. */
  void awaitCache() {
    await()
        .atMost(PATIENCE)
        .until(() -> {
          try (var files = Files.list(top.resolve("life-cli/target/dev"))) {
            return files.anyMatch(file -> file.toString().endsWith(".aot"));
          }
        });
  }

  Path data() {
    return data;
  }

  Past past() {
    return Past.of(data.resolve("journal"), Terrarium.NAME);
  }
}
