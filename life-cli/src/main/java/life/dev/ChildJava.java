package life.dev;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How Java starts a child quickly: with the small compiler and collector, and with an AOT cache of
 * the libraries. Our own classes stand behind them on the class path, as folders, and in no cache.
 */
final class ChildJava {
  private static final String MAIN = "life.app.Main";
  private static final String SETTINGS = "reference.conf";
  private static final List<String> FLAGS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:+ExitOnOutOfMemoryError",
          "--sun-misc-unsafe-memory-access=allow",
          "--enable-native-access=ALL-UNNAMED",
          "-Xlog:disable",
          "-Xlog:all=warning:stderr",
          "-Xlog:aot*=off:stderr",
          "-Xlog:cds*=off:stderr");

  private final Grounds grounds;
  private final List<String> more;

  /**
   * For the program of these grounds.
   *
   * @param more options for Java
   */
  ChildJava(Grounds grounds, List<String> more) {
    this.grounds = grounds;
    this.more = List.copyOf(more);
  }

  /** The command that runs the program as it is compiled now. */
  List<String> command(List<String> arguments) throws IOException {
    var command = start();
    var cache = cache();
    if (Files.isRegularFile(cache)) {
      command.add("-XX:AOTCache=" + cache);
    }
    command.addAll(more);
    command.addAll(List.of("-cp", path(Stream.concat(first().stream(), own().stream()))));
    command.add(MAIN);
    command.addAll(arguments);
    return command;
  }

  /** Whether there is no cache for these libraries yet. */
  boolean wantsTraining() throws IOException {
    return !Files.exists(cache());
  }

  /**
   * Lets Java learn from a short life; ends when it is done. Whatever happens, starts go on
   * without.
   */
  void train() throws IOException, InterruptedException {
    var cache = cache();
    var data = Files.createTempDirectory(grounds.workshop(), "rehearsal");
    var fresh = cache.resolveSibling(cache.getFileName() + ".new");
    var command = start();
    command.add("-XX:AOTCacheOutput=" + fresh);
    command.addAll(List.of("-cp", path(first().stream()), Boot.class.getName()));
    command.add(path(own().stream()));
    command.addAll(List.of(MAIN, "run", "--until-tick", "50", "--speed", "1000", "--port", "0"));
    command.addAll(List.of("--data", data.toString()));
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (process.waitFor() == 0 && Files.exists(fresh)) {
        removeOthers();
        Files.move(fresh, cache);
      }
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(fresh);
      Trees.delete(data);
    }
  }

  private void removeOthers() throws IOException {
    try (var files = Files.list(grounds.workshop())) {
      for (var file : files.filter(file -> file.toString().endsWith(".aot")).toList()) {
        Files.delete(file);
      }
    }
  }

  private List<String> start() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.add("-Dlife.home=" + grounds.home());
    command.add("-Dlife.config=" + grounds.config());
    return command;
  }

  /**
   * What an AOT cache knows: it must come first on the class path, and in the same order. Where
   * there are no sources, our own jars are as unchanging as the others.
   */
  private List<Path> first() throws IOException {
    var first = new ArrayList<Path>();
    first.add(settings());
    if (grounds.modules().isEmpty()) {
      first.addAll(grounds.ours());
    }
    first.addAll(grounds.libraries());
    return first;
  }

  private List<Path> own() {
    return grounds.modules().stream()
        .map(module -> grounds.classes().resolve(module.name()))
        .toList();
  }

  /**
   * A jar with {@link Boot} and with our default settings, which must come before those of the
   * libraries that they change.
   */
  private Path settings() throws IOException {
    var text = new StringBuilder();
    for (var module : grounds.modules()) {
      var file = grounds.classes().resolve(module.name()).resolve(SETTINGS);
      if (Files.exists(file)) {
        text.append(Files.readString(file)).append('\n'); // the later one goes before
      }
    }
    var name = Boot.class.getName().replace('.', '/') + ".class";
    var boot =
        Objects.requireNonNull(Boot.class.getClassLoader().getResourceAsStream(name), name)
            .readAllBytes();
    var settings = text.toString().getBytes(UTF_8);
    var jar = grounds.workshop().resolve("first-" + hash(boot, settings).substring(0, 16) + ".jar");
    if (!Files.exists(jar)) {
      var fresh = Files.createTempFile(grounds.workshop(), "first", ".new");
      try (var out = new JarOutputStream(Files.newOutputStream(fresh))) {
        write(out, name, boot);
        if (settings.length > 0) {
          write(out, SETTINGS, settings);
        }
      }
      Files.move(fresh, jar);
    }
    return jar;
  }

  private static void write(JarOutputStream out, String name, byte[] bytes) throws IOException {
    var entry = new JarEntry(name);
    entry.setLastModifiedTime(FileTime.fromMillis(0));
    out.putNextEntry(entry);
    out.write(bytes);
    out.closeEntry();
  }

  private Path cache() throws IOException {
    var known = new StringBuilder(String.join(" ", FLAGS));
    known.append(System.getProperty("java.home")).append(System.getProperty("java.vm.version"));
    for (var jar : first()) {
      known.append(jar).append(Files.size(jar)).append(Files.getLastModifiedTime(jar));
    }
    var hash = hash(known.toString().getBytes(UTF_8));
    return grounds.workshop().resolve("libraries-" + hash.substring(0, 16) + ".aot");
  }

  private static String hash(byte[]... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part : parts) {
        digest.update(part);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String path(Stream<Path> parts) {
    return parts.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
