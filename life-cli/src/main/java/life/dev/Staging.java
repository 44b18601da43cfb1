package life.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where new files wait until all of them may go to their places: a folder beside the class folder,
 * on the same disk, so that every file arrives whole.
 */
final class Staging implements AutoCloseable {
  private final Path waiting;
  private final List<Path> folders;
  private final List<Path> places;
  private final Set<Path> removed = new HashSet<>();

  Staging(Path classes, List<SourceModule> modules) throws IOException {
    waiting = classes.resolveSibling(classes.getFileName() + ".next");
    clear();
    folders = modules.stream().map(module -> waiting.resolve(module.name())).toList();
    places = modules.stream().map(module -> classes.resolve(module.name())).toList();
    for (var folder : folders) {
      Files.createDirectories(folder);
    }
  }

  Path folder(int module) {
    return folders.get(module);
  }

  Path place(int module) {
    return places.get(module);
  }

  /** Files that are in their places still, but not for long. */
  Set<Path> removed() {
    return Collections.unmodifiableSet(removed);
  }

  void remove(int module, String name) throws IOException {
    removed.add(place(module).resolve(name));
    Files.deleteIfExists(folder(module).resolve(name));
  }

  /** Everything to its place; says which files there are different now, or gone. */
  List<Path> settle() throws IOException {
    var different = new ArrayList<Path>();
    for (int module = 0; module < folders.size(); module++) {
      for (var file : files(folder(module))) {
        var place = place(module).resolve(folder(module).relativize(file));
        removed.remove(place);
        if (!Files.isRegularFile(place) || Files.mismatch(file, place) >= 0) {
          makeRoomFor(place);
          Files.move(file, place, StandardCopyOption.REPLACE_EXISTING);
          different.add(place);
        }
      }
    }
    for (var place : removed) {
      if (Files.isRegularFile(place)) {
        Files.delete(place);
        different.add(place);
      }
    }
    return different;
  }

  static void makeRoomFor(Path file) throws IOException {
    var folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
  }

  @Override
  public void close() throws IOException {
    clear();
  }

  private void clear() throws IOException {
    if (Files.exists(waiting)) {
      try (var all = Files.walk(waiting)) {
        for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
