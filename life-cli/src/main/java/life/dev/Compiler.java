package life.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipFile;
import javax.tools.ToolProvider;

/**
 * Compiles what was changed, and whatever else the change concerns, into a folder of classes that
 * somebody has filled before. Does without Maven, and so without all its checks.
 *
 * <p>A take is all or nothing: the folder gets new classes only where everything compiles.
 */
public final class Compiler implements AutoCloseable {
  private final List<SourceModule> modules;
  private final Path classes;
  private final List<Path> libraries;
  private final Javac javac;
  private final Set<Path> pending = new HashSet<>();
  private Shapes shapes;

  /**
   * Looks at all classes that are there, which takes a moment.
   *
   * @param modules a module after those that it needs
   * @param classes has one folder for each module, named like it
   * @param libraries jars of others
   */
  public Compiler(List<SourceModule> modules, Path classes, List<Path> libraries)
      throws IOException {
    this.modules = List.copyOf(modules);
    this.classes = classes.toAbsolutePath().normalize();
    this.libraries = List.copyOf(libraries);
    this.javac = new Javac(Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "no JDK"));
    var folders = new ArrayList<Path>();
    for (var module : modules) {
      folders.add(Files.createDirectories(this.classes.resolve(module.name())));
    }
    this.shapes = Shapes.in(folders);
  }

  /** Whether this Java has a compiler: a JDK has, a mere runtime has not. */
  public static boolean isAtHand() {
    return ToolProvider.getSystemJavaCompiler() != null;
  }

  /**
   * Compiles changed sources and those that depend on them, and copies changed resources.
   *
   * @param changed changed, new or deleted files; those that concern no module are passed over
   */
  public Outcome take(Set<Path> changed) throws IOException {
    for (var file : changed) {
      pending.add(file.toAbsolutePath().normalize());
    }
    try (var staging = new Staging(classes, modules)) {
      var take = new Take(modules, libraries, javac, shapes.copy(), staging);
      var complaints = take.compile(pending);
      if (!complaints.isEmpty()) {
        return new Outcome.Failed(complaints);
      }
      var notes = stageResources(staging);
      var different = staging.settle();
      shapes = take.shapes();
      pending.clear();
      int count = (int) different.stream().filter(Compiler::isClass).count();
      return new Outcome.Compiled(take.compiled(), count, different.size() - count, notes);
    }
  }

  private List<String> stageResources(Staging staging) throws IOException {
    var notes = new ArrayList<String>();
    for (var file : pending.stream().sorted().toList()) {
      for (int index = 0; index < modules.size(); index++) {
        var module = modules.get(index);
        if (module.isResource(file)) {
          Resource.stage(module, index, file, staging).ifPresent(notes::add);
        }
      }
    }
    return notes;
  }

  private static boolean isClass(Path file) {
    return file.toString().endsWith(".class");
  }

  /** Fills a folder with what is in a jar. */
  public static void unpack(Path jar, Path folder) throws IOException {
    var target = folder.toAbsolutePath().normalize();
    try (var zip = new ZipFile(jar.toFile())) {
      for (var entry : Collections.list(zip.entries())) {
        var file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
          throw new IOException(jar + " wants to write outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Staging.makeRoomFor(file);
          try (var in = zip.getInputStream(entry)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
    }
  }

  @Override
  public void close() {
    try {
      javac.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
