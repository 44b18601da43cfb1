package life.dev;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folders that the operating system watches for us: it never watches those inside them. */
final class Folders {
  private final WatchService service;
  private final Map<Path, WatchKey> keys = new HashMap<>();

  Folders(WatchService service) {
    this.service = service;
  }

  /**
   * Watches a folder with all that are in it, and the one it is in, to hear when it comes back.
   * Whatever is not there any more is let go.
   */
  void watch(Path place) throws IOException {
    keys.entrySet()
        .removeIf(entry -> {
          boolean gone = entry.getKey().startsWith(place) && !Files.isDirectory(entry.getKey());
          if (gone) {
            entry.getValue().cancel();
          }
          return gone;
        });
    Path above;
    do {
      above = above(place);
      register(above);
      // Meanwhile there may be a nearer one.
    } while (!above.equals(above(place)));
    if (Files.isDirectory(place)) {
      Files.walkFileTree(place, new Registering(place));
    }
  }

  private static Path above(Path place) {
    var above = place.getParent();
    while (above != null && !Files.isDirectory(above)) {
      above = above.getParent();
    }
    return above == null ? place : above;
  }

  /** Asking again for a folder that is watched gives the same key. */
  private void register(Path folder) throws IOException {
    try {
      var key = folder.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
      if (!folder.equals(key.watchable())) {
        // It was renamed, and would be told by its old name.
        key.cancel();
        key = folder.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
      }
      keys.put(folder, key);
    } catch (NoSuchFileException | NotDirectoryException e) {
      // It went again; the folder it was in tells.
    }
  }

  private final class Registering extends SimpleFileVisitor<Path> {
    private final Path start;

    Registering(Path start) {
      this.start = start;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      if (!folder.equals(start) && Scratch.is(folder)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      register(folder);
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
  }
}
