package life.dev;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The files of interest as they were when somebody looked last. */
final class Seen {
  private final Predicate<Path> counts;
  private final Map<Path, Stamp> files = new HashMap<>();

  Seen(Predicate<Path> counts) {
    this.counts = counts;
  }

  boolean contains(Path file) {
    return files.containsKey(file);
  }

  /**
   * Looks where something has happened. A file there is news, however it looks; in a folder, or
   * where nobody knows what has happened, only those files are that look different.
   */
  News look(Path place) throws IOException {
    var all = !Files.isDirectory(place);
    var now = stamps(place);
    var news = new HashSet<Path>();
    var born = new HashSet<Path>();
    now.forEach((file, stamp) -> {
      var before = files.put(file, stamp);
      if (before == null) {
        born.add(file);
      }
      if (all || !stamp.equals(before)) {
        news.add(file);
      }
    });
    files
        .keySet()
        .removeIf(file -> file.startsWith(place) && !now.containsKey(file) && news.add(file));
    return new News(news, born);
  }

  private Map<Path, Stamp> stamps(Path place) throws IOException {
    var stamps = new HashMap<Path, Stamp>();
    if (!Files.exists(place)) {
      return stamps;
    }
    Files.walkFileTree(
        place,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(place) && Scratch.is(folder)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (counts.test(file)) {
              stamps.put(file, new Stamp(attributes.lastModifiedTime(), attributes.size()));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
    return stamps;
  }

  /**
   * What is different.
   *
   * @param born those that nobody had seen before
   */
  record News(Set<Path> files, Set<Path> born) {}

  private record Stamp(FileTime modified, long size) {}
}
