package life.dev;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Two modules, {@code high} on {@code low}, small enough to be compiled in no time. */
final class TinyHouse implements AutoCloseable {
  private final Path house;
  private final Path classes;
  private final Compiler compiler;
  private final Set<Path> touched = new HashSet<>();

  private TinyHouse(Path house) throws IOException {
    this.house = house;
    this.classes = house.resolve("classes");
    this.compiler = new Compiler(List.of(module("low"), module("high")), classes, List.of());
  }

  /** With these sources, compiled. */
  static TinyHouse of(Path folder, Map<String, String> sources) throws IOException {
    try (var before = new TinyHouse(folder)) {
      for (var source : sources.entrySet()) {
        before.write(source.getKey(), source.getValue());
      }
      before.compiled();
    }
    return new TinyHouse(folder);
  }

  private SourceModule module(String name) {
    return new SourceModule(
        name, house.resolve(name + "/java"), house.resolve(name + "/resources"));
  }

  Path path(String file) {
    return house.resolve(file);
  }

  TinyHouse write(String file, String text) throws IOException {
    Staging.makeRoomFor(path(file));
    Files.writeString(path(file), text);
    touched.add(path(file));
    return this;
  }

  TinyHouse delete(String file) throws IOException {
    Files.delete(path(file));
    touched.add(path(file));
    return this;
  }

  /** What was written and deleted since the last time. */
  private Outcome take() throws IOException {
    var changed = Set.copyOf(touched);
    touched.clear();
    return compiler.take(changed);
  }

  Outcome.Compiled compiled() throws IOException {
    return switch (take()) {
      case Outcome.Compiled compiled -> compiled;
      case Outcome.Failed failed -> throw new AssertionError(failed);
    };
  }

  List<Complaint> complaints() throws IOException {
    return switch (take()) {
      case Outcome.Compiled compiled -> throw new AssertionError(compiled);
      case Outcome.Failed failed -> failed.complaints();
    };
  }

  /** Everything in the class folder, byte for byte. */
  Map<String, String> files() throws IOException {
    var files = new TreeMap<String, String>();
    try (var all = Files.walk(classes)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        files.put(classes.relativize(file).toString(), Files.readString(file, ISO_8859_1));
      }
    }
    return files;
  }

  /** What {@code say()} of a class gives. */
  Object says(String name) throws IOException, ReflectiveOperationException {
    var path = new URL[] {url("low"), url("high")};
    try (var loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
      var method = loader.loadClass(name).getDeclaredMethod("say");
      method.setAccessible(true);
      return method.invoke(null);
    }
  }

  private URL url(String module) throws IOException {
    return classes.resolve(module).toUri().toURL();
  }

  @Override
  public void close() {
    compiler.close();
  }
}
