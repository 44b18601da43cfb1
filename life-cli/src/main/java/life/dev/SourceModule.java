package life.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One module as it is edited.
 *
 * @param name also the name of its folder of classes
 * @param sources such as {@code life-core/src/main/java}; need not exist
 * @param resources such as {@code life-core/src/main/resources}; need not exist
 */
public record SourceModule(String name, Path sources, Path resources) {
  public SourceModule {
    sources = sources.toAbsolutePath().normalize();
    resources = resources.toAbsolutePath().normalize();
  }

  boolean isSource(Path file) {
    return file.startsWith(sources) && file.toString().endsWith(".java");
  }

  boolean isResource(Path file) {
    return file.startsWith(resources) && !file.equals(resources);
  }

  Set<Path> allSources() {
    if (!Files.isDirectory(sources)) {
      return Set.of();
    }
    try (var files = Files.walk(sources)) {
      return files
          .filter(file -> isSource(file) && !Scratch.is(file) && Files.isRegularFile(file))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
