package life.dev;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The shapes of all classes, module by module. */
final class Shapes {
  private final List<Map<String, Shape>> modules;

  private Shapes(List<Map<String, Shape>> modules) {
    this.modules = modules;
  }

  /** Of all classes in the modules' folders. */
  static Shapes in(List<Path> folders) {
    var modules = new ArrayList<Map<String, Shape>>();
    for (var folder : folders) {
      var shapes = new HashMap<String, Shape>();
      read(folder).forEach(shape -> shapes.put(shape.name(), shape));
      modules.add(shapes);
    }
    return new Shapes(modules);
  }

  static List<Shape> read(Path folder) {
    try (var files = Files.walk(folder)) {
      var shapes = new ArrayList<Shape>();
      for (var file : (Iterable<Path>) files::iterator) {
        if (file.toString().endsWith(".class") && Files.isRegularFile(file)) {
          shapes.add(Shape.of(Files.readAllBytes(file)));
        }
      }
      return shapes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Shapes copy() {
    var copies = new ArrayList<Map<String, Shape>>();
    modules.forEach(module -> copies.add(new HashMap<>(module)));
    return new Shapes(copies);
  }

  Set<String> sources(int module) {
    return modules.get(module).values().stream().map(Shape::source).collect(toUnmodifiableSet());
  }

  void add(int module, Collection<Shape> shapes) {
    shapes.forEach(shape -> modules.get(module).put(shape.name(), shape));
  }

  /** Takes those out that come from certain sources. */
  List<Shape> remove(int module, Predicate<String> source) {
    var shapes = modules.get(module).values();
    var removed = shapes.stream().filter(shape -> source.test(shape.source())).toList();
    shapes.removeAll(removed);
    return removed;
  }

  /** The sources of a module that have to be compiled again. */
  Set<String> dependents(int module, Change change) {
    var reached = reached(change.units());
    return modules.get(module).values().stream()
        .filter(shape -> change.concerns(shape.mentions(), reached))
        .map(Shape::source)
        .collect(toUnmodifiableSet());
  }

  /**
   * Together with those by whom others know the changed: who calls an inherited method or takes a
   * list of the changed names only the heir or the giver of the list.
   */
  private Set<String> reached(Set<String> changed) {
    var reached = new HashSet<>(changed);
    boolean more;
    do {
      more = false;
      for (var module : modules) {
        for (var shape : module.values()) {
          if (!Collections.disjoint(shape.exposes(), reached)) {
            more |= reached.add(shape.unit());
          }
        }
      }
    } while (more);
    return reached;
  }
}
