package life.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One attempt to compile what was changed and all that depends on it. Everything new goes into a
 * {@link Staging}; nobody else sees any of it before the attempt has succeeded.
 */
final class Take {
  /** So many rounds follow a trail of changes; who needs more gets a whole module compiled. */
  private static final int MOST_ROUNDS = 8;

  private final List<SourceModule> modules;
  private final List<Path> libraries;
  private final Javac javac;
  private final Shapes shapes;
  private final Staging staging;
  private final List<Set<Path>> todo = new ArrayList<>();
  private final Set<Path> compiled = new HashSet<>();

  Take(
      List<SourceModule> modules,
      List<Path> libraries,
      Javac javac,
      Shapes shapes,
      Staging staging) {
    this.modules = modules;
    this.libraries = libraries;
    this.javac = javac;
    this.shapes = shapes;
    this.staging = staging;
    modules.forEach(module -> todo.add(new HashSet<>()));
  }

  /** How many sources were compiled. */
  int compiled() {
    return compiled.size();
  }

  /** The shapes as they are after this attempt, where it has succeeded. */
  Shapes shapes() {
    return shapes;
  }

  /** The errors of the first module that has some. */
  List<Complaint> compile(Set<Path> changed) throws IOException {
    for (int module = 0; module < modules.size(); module++) {
      forgetTheGone(module, changed);
      changed.stream().filter(modules.get(module)::isSource).forEach(todo.get(module)::add);
      var complaints = compile(module);
      if (!complaints.isEmpty()) {
        return complaints;
      }
    }
    return List.of();
  }

  private List<Complaint> compile(int module) throws IOException {
    for (int round = 1; ; round++) {
      var batch = batch(module, round);
      if (batch.isEmpty()) {
        return List.of();
      }
      var before = forget(module, batch);
      var complaints =
          javac.compile(
              modules.get(module),
              batch,
              classPath(module),
              staging.removed(),
              staging.folder(module));
      if (!complaints.isEmpty()) {
        return complaints;
      }
      compiled.addAll(batch);
      var after =
          Shapes.read(staging.folder(module)).stream()
              .filter(shape -> batch.contains(source(module, shape.source())))
              .toList();
      shapes.add(module, after);
      spread(module, Change.between(before, after), batch);
    }
  }

  private Set<Path> batch(int module, int round) {
    var waiting = todo.get(module);
    // A class may be older than its module, and have no source here.
    waiting.removeIf(source -> !Files.isRegularFile(source));
    if (!waiting.isEmpty() && round > MOST_ROUNDS) {
      waiting.addAll(modules.get(module).allSources());
    }
    var batch = Set.copyOf(waiting);
    waiting.clear();
    return batch;
  }

  /** What is changed is newer than what is in place, so it comes first. */
  private List<Path> classPath(int last) {
    var path = new ArrayList<Path>();
    for (int module = last; module >= 0; module--) {
      path.add(staging.folder(module));
      path.add(staging.place(module));
    }
    path.addAll(libraries);
    return path;
  }

  private void forgetTheGone(int module, Set<Path> changed) throws IOException {
    var gone = new HashSet<Path>();
    for (var name : shapes.sources(module)) {
      var source = source(module, name);
      // A folder that was deleted stands for the files that were in it.
      if (changed.stream().anyMatch(source::startsWith) && !Files.exists(source)) {
        gone.add(source);
      }
    }
    spread(module, Change.between(forget(module, gone), List.of()), gone);
  }

  private List<Shape> forget(int module, Set<Path> sources) throws IOException {
    var forgotten = shapes.remove(module, name -> sources.contains(source(module, name)));
    for (var shape : forgotten) {
      staging.remove(module, shape.name() + ".class");
    }
    return forgotten;
  }

  /** Whom the change concerns; the batch has seen it already. */
  private void spread(int from, Change change, Collection<Path> batch) {
    if (change.isNone()) {
      return;
    }
    for (int module = from; module < modules.size(); module++) {
      var concerned = new HashSet<Path>();
      if (!change.broken()) {
        for (var name : shapes.dependents(module, change)) {
          concerned.add(source(module, name));
        }
        concerned.removeAll(batch);
      } else if (!batch.containsAll(modules.get(module).allSources())) {
        concerned.addAll(modules.get(module).allSources());
      }
      todo.get(module).addAll(concerned);
    }
  }

  private Path source(int module, String name) {
    return modules.get(module).sources().resolve(name);
  }
}
