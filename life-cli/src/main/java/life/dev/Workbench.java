package life.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what is to be done about files that have changed, and compiles what can be compiled. */
final class Workbench {
  private final Grounds grounds;
  private final Optional<Compiler> compiler;
  private final List<PathMatcher> more;
  private final Runnable whenIdle;
  private boolean wasIdle;

  /** What a change asks for. */
  enum What {
    NOTHING,
    WORLDS,
    RESTART
  }

  /**
   * What is to be done.
   *
   * @param words for the person, a line each
   */
  record Verdict(What what, List<String> words) {
    Verdict {
      words = List.copyOf(words);
    }
  }

  /**
   * Prepares it.
   *
   * @param globs of further files whose change asks for a restart, below the checkout
   * @param whenIdle is run once, when the first child lives
   */
  Workbench(Grounds grounds, List<String> globs, Runnable whenIdle) throws IOException {
    this.grounds = grounds;
    this.whenIdle = whenIdle;
    this.compiler =
        grounds.modules().isEmpty()
            ? Optional.empty()
            : Optional.of(new Compiler(grounds.modules(), grounds.classes(), grounds.libraries()));
    this.more = globs.stream().map(this::matcher).toList();
  }

  private PathMatcher matcher(String glob) {
    return FileSystems.getDefault().getPathMatcher("glob:" + base().resolve(glob).normalize());
  }

  /** The folder that globs are below. */
  private Path base() {
    return grounds.checkout().orElseGet(() -> Path.of("").toAbsolutePath());
  }

  /** All folders that are watched. */
  List<Path> folders() {
    var folders = new ArrayList<Path>();
    for (var module : grounds.modules()) {
      folders.add(module.sources());
      folders.add(module.resources());
    }
    folders.add(grounds.config().resolveSibling("."));
    if (!more.isEmpty()) {
      folders.add(base());
    }
    return folders.stream().map(Path::normalize).toList();
  }

  /** Whether a file is one that a change of counts. */
  boolean counts(Path file) {
    return isSource(file) || isSetting(file) || isWorld(file) || isNamed(file);
  }

  private boolean isSource(Path file) {
    return grounds.modules().stream()
        .anyMatch(module -> module.isSource(file) || module.isResource(file));
  }

  private boolean isSetting(Path file) {
    return file.equals(grounds.config())
        || file.equals(grounds.config().resolveSibling("logback.xml"));
  }

  private boolean isWorld(Path file) {
    return file.startsWith(grounds.worlds()) && file.toString().endsWith(".conf");
  }

  private boolean isNamed(Path file) {
    return more.stream().anyMatch(glob -> glob.matches(file))
        && !file.startsWith(grounds.workshop())
        && !file.startsWith(grounds.home());
  }

  /** The first child lives, so there is time for what can wait. */
  void isIdle() {
    if (!wasIdle) {
      wasIdle = true;
      whenIdle.run();
    }
  }

  /** Decides, after the sources among them have been compiled. */
  Verdict take(Set<Path> files) {
    var words = new ArrayList<String>();
    words.add(files.size() == 1 ? name(files.iterator().next()) + " has changed" : named(files));
    var sources = new HashSet<>(files);
    sources.removeIf(file -> !isSource(file));
    if (!sources.isEmpty() && !compile(sources, words)) {
      return new Verdict(What.NOTHING, words);
    }
    boolean isWorldsOnly = files.stream().allMatch(this::isWorld);
    return new Verdict(isWorldsOnly ? What.WORLDS : What.RESTART, words);
  }

  private boolean compile(Set<Path> sources, List<String> words) {
    try {
      return switch (compiler.orElseThrow().take(sources)) {
        case Outcome.Compiled done -> {
          words.addAll(done.notes());
          yield true;
        }
        case Outcome.Failed(var complaints) -> {
          complaints.forEach(complaint -> words.addAll(told(complaint)));
          words.add(
              complaints.size()
                  + (complaints.size() == 1 ? " error" : " errors")
                  + "; the process lives on as it is");
          yield false;
        }
      };
    } catch (IOException | UncheckedIOException e) {
      words.add("it can't be compiled: " + e.getMessage() + "; the process lives on as it is");
      return false;
    }
  }

  private List<String> told(Complaint complaint) {
    var words = new ArrayList<String>();
    var place = name(complaint.file()) + (complaint.line() > 0 ? ":" + complaint.line() : "");
    words.add(place + ": " + complaint.message().replaceAll("\\R", "\n  "));
    if (!complaint.sourceLine().isBlank()) {
      words.add("  " + complaint.sourceLine());
      if (complaint.column() > 0) {
        words.add("  " + " ".repeat((int) complaint.column() - 1) + "^");
      }
    }
    return words;
  }

  private String named(Set<Path> files) {
    var some = files.stream().sorted().limit(3).map(this::name).toList();
    return files.size()
        + " files have changed: "
        + String.join(", ", some)
        + (files.size() > some.size() ? ", …" : "");
  }

  private String name(Path file) {
    return file.startsWith(base()) ? base().relativize(file).toString() : file.toString();
  }
}
