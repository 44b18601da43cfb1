package life.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the program that is worked on lies.
 *
 * @param checkout with its sources; empty where only the built program is
 * @param home the built program, with its folder lib/
 * @param config the file of settings
 */
record Grounds(Optional<Path> checkout, Path home, Path config) {
  private static final List<String> MODULES =
      List.of("life-core", "life-persistence", "life-http", "life-cli");

  /** The jars that are not ours, in a fixed order, once the workshop is furnished. */
  List<Path> libraries() {
    return jars(workshopLib()).filter(jar -> !isOurs(jar)).toList();
  }

  /** Our jars, as they were built. */
  List<Path> ours() {
    return jars(workshopLib()).filter(Grounds::isOurs).toList();
  }

  /**
   * Puts into the workshop what a child needs. The jars stay there when a build replaces the built
   * program under the feet of a child; they are links, which cost nothing.
   */
  void furnish() throws IOException {
    Trees.delete(classes());
    Trees.delete(workshopLib());
    Files.createDirectories(workshopLib());
    for (var jar : jars(home.resolve("lib")).toList()) {
      link(jar, workshopLib().resolve(jar.getFileName()));
    }
    for (var module : modules()) {
      for (var jar : ours()) {
        if (String.valueOf(jar.getFileName()).startsWith(module.name() + "-")) {
          Compiler.unpack(jar, classes().resolve(module.name()));
        }
      }
    }
  }

  private static void link(Path jar, Path as) throws IOException {
    try {
      Files.createLink(as, jar);
    } catch (IOException | UnsupportedOperationException e) { // another disk, or none that can
      Files.copy(jar, as, StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  private Path workshopLib() {
    return workshop().resolve("lib");
  }

  private static boolean isOurs(Path jar) {
    var name = String.valueOf(jar.getFileName());
    return MODULES.stream().anyMatch(module -> name.startsWith(module + "-"));
  }

  private static Stream<Path> jars(Path lib) {
    try (var files = Files.list(lib)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The modules as they are edited, each below those that it needs. */
  List<SourceModule> modules() {
    return checkout.stream()
        .flatMap(top -> MODULES.stream().map(name -> module(top, name)))
        .toList();
  }

  private static SourceModule module(Path top, String name) {
    var main = top.resolve(name).resolve("src/main");
    return new SourceModule(name, main.resolve("java"), main.resolve("resources"));
  }

  /** A folder of our own, for what is compiled while it is worked on. */
  Path workshop() {
    return home.resolveSibling("dev");
  }

  /** The folder of the compiled classes of a module. */
  Path classes() {
    return workshop().resolve("classes");
  }

  Path worlds() {
    return config.resolveSibling("worlds");
  }
}
