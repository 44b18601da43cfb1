package life.dev;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Tells which files in some folders were written, made or deleted, once it has become quiet. Asks
 * the operating system to be told, so it costs nothing while nothing happens. For one thread.
 *
 * <p>A file that was written without being different counts too. What editors leave beside a file
 * does not, nor does a file that came and went before it became quiet.
 */
public final class FileWatch implements AutoCloseable {
  private final WatchService service;
  private final Folders folders;
  private final Seen seen;
  private final List<Path> roots;
  private final long quietNanos;

  private final Set<Path> burst = new HashSet<>();
  private final Set<Path> born = new HashSet<>();
  private long latest;

  /**
   * Watches from now on.
   *
   * @param roots folders, with all that are in them; those that don't exist yet are waited for
   * @param counts which files are of interest
   * @param quiet for how long nothing must happen before what has happened is told
   */
  public FileWatch(List<Path> roots, Predicate<Path> counts, Duration quiet) throws IOException {
    this.roots = roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
    this.quietNanos = quiet.toNanos();
    this.service = FileSystems.getDefault().newWatchService();
    this.folders = new Folders(service);
    this.seen = new Seen(file -> !Scratch.is(file) && counts.test(file));
    // First listen, then look: what happens in between is told twice rather than not at all.
    for (var root : this.roots) {
      folders.watch(root);
      seen.look(root);
    }
  }

  /** Waits until something has happened and it is quiet again. */
  public Set<Path> next() throws IOException, InterruptedException {
    while (true) {
      var changed = next(Duration.ofDays(1));
      if (changed.isPresent()) {
        return changed.get();
      }
    }
  }

  /**
   * Waits for a while. What has happened by then but is not over is told by a later call, and so it
   * is where this one is interrupted.
   */
  public Optional<Set<Path>> next(Duration atMost) throws IOException, InterruptedException {
    var start = System.nanoTime();
    while (true) {
      var now = System.nanoTime();
      var left = atMost.toNanos() - (now - start);
      if (!burst.isEmpty()) {
        var untilQuiet = quietNanos - (now - latest);
        if (untilQuiet <= 0) {
          var changed = settled();
          if (!changed.isEmpty()) {
            return Optional.of(changed);
          }
          continue;
        }
        left = Math.min(left, untilQuiet);
      } else if (left <= 0) {
        return Optional.empty();
      }
      var key = service.poll(Math.max(left, 0), TimeUnit.NANOSECONDS);
      if (key != null) {
        handle(key);
      } else if (atMost.toNanos() - (System.nanoTime() - start) <= 0) {
        return Optional.empty();
      }
    }
  }

  private Set<Path> settled() {
    burst.removeIf(file -> born.contains(file) && !seen.contains(file));
    var changed = Set.copyOf(burst);
    burst.clear();
    born.clear();
    return changed;
  }

  private void handle(WatchKey key) throws IOException {
    var folder = (Path) key.watchable();
    for (var event : key.pollEvents()) {
      if (event.kind().equals(StandardWatchEventKinds.OVERFLOW)) {
        // Some events are lost, nobody knows which.
        for (var root : roots) {
          folders.watch(root);
          note(seen.look(root));
        }
      } else {
        happened(folder.resolve((Path) event.context()));
      }
    }
    if (!key.reset()) {
      happened(folder);
    }
  }

  private void happened(Path path) throws IOException {
    for (var root : roots) {
      if (path.startsWith(root) && !isScratch(root.relativize(path))) {
        folders.watch(path);
        note(seen.look(path));
      } else if (root.startsWith(path)) {
        folders.watch(root);
        note(seen.look(root));
      }
    }
  }

  /** Also by the name of a folder that it is in. */
  private static boolean isScratch(Path path) {
    for (var name : path) {
      if (Scratch.is(name)) {
        return true;
      }
    }
    return false;
  }

  private void note(Seen.News news) {
    if (!news.files().isEmpty()) {
      latest = System.nanoTime();
      for (var file : news.born()) {
        if (!burst.contains(file)) {
          born.add(file);
        }
      }
      burst.addAll(news.files());
    }
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
