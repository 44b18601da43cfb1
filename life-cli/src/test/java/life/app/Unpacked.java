package life.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An unpacked folder {@code life/} with the real scripts, empty jars, and a Java that only notes
 * how it was called, and "trains" a cache when asked to.
 */
final class Unpacked {
  private static final Path SCRIPTS = Path.of("..", "scripts");

  /** How a command ended. */
  record Result(int exit, String out, String err) {}

  final Path home;
  final Path jdk;
  private final Path calls;
  private final Map<String, String> environment = new HashMap<>();

  Unpacked(Path folder) throws IOException {
    home = Files.createDirectories(folder.resolve("life"));
    calls = folder.resolve("calls");
    Files.createDirectories(home.resolve("bin"));
    Files.createDirectories(home.resolve("lib"));
    for (var script : List.of("life", "find-jdk")) {
      Files.copy(SCRIPTS.resolve(script), home.resolve("bin").resolve(script));
    }
    for (var jar :
        List.of("life-cli-1.jar", "picocli-4.jar", "jackson-core-2.jar", "pekko-actor-1.jar")) {
      Files.writeString(home.resolve("lib").resolve(jar), "old");
    }
    jdk = jdk(folder.resolve("jdks/twenty-five"), "25.0.3");
    environment.put("JAVA_HOME", jdk.toString());
    environment.put("HOME", folder.toString());
    environment.put("LIFE_JDK_PLACES", "");
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("TRAINS", "well");
  }

  Unpacked with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Makes a Java home of this version. */
  Path jdk(Path place, String version) throws IOException {
    Files.createDirectories(place.resolve("bin"));
    Files.writeString(
        place.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
    var java =
        """
        #!/bin/bash
        echo "$*" >>'%s'
        for word in "$@"; do
          case $word in
            -XX:AOTCacheOutput=*) [[ $TRAINS == well ]] && echo trained >"${word#*=}" || exit 1 ;;
          esac
        done
        echo "ran ${*: -1}"
        """
            .formatted(calls);
    for (var program : List.of("java", "javac")) {
      var file = Files.writeString(place.resolve("bin").resolve(program), java);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return place;
  }

  Result life(String... words) {
    return script("life", words);
  }

  Result script(String name, String... words) {
    var command =
        Stream.concat(
            Stream.of("/bin/bash", home.resolve("bin").resolve(name).toString()), Stream.of(words));
    var builder = new ProcessBuilder(command.toList());
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      var process = builder.start();
      process.getOutputStream().close();
      var out = new String(process.getInputStream().readAllBytes(), UTF_8);
      var err = new String(process.getErrorStream().readAllBytes(), UTF_8);
      return new Result(process.waitFor(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The calls of java for people, without those that train. */
  List<String> calls() throws IOException {
    try (var lines = Files.lines(calls)) {
      return lines.filter(line -> !line.contains("AOTCacheOutput")).toList();
    }
  }

  List<String> caches(String ending) throws IOException {
    if (!Files.isDirectory(home.resolve("cache"))) {
      return List.of();
    }
    try (var files = Files.list(home.resolve("cache"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .toList();
    }
  }
}
