package life.dev;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** The JDK's compiler, which stays in memory and keeps the libraries open. */
final class Javac implements AutoCloseable {
  private static final List<String> OPTIONS =
      List.of(
          "--release",
          "25",
          "-parameters",
          "-proc:none",
          "-g",
          "-nowarn",
          "-implicit:none",
          // Also what only the flow of a method shows, although there are other errors.
          "--should-stop=ifError=FLOW");

  private final JavaCompiler compiler;
  private final StandardJavaFileManager files;

  Javac(JavaCompiler compiler) {
    this.compiler = compiler;
    this.files = compiler.getStandardFileManager(null, Locale.ENGLISH, UTF_8);
  }

  /** The errors, in the files' order; none where all is well. */
  List<Complaint> compile(
      SourceModule module,
      Collection<Path> sources,
      List<Path> classPath,
      Set<Path> hidden,
      Path output)
      throws IOException {
    files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
    files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
    files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
    var found = new DiagnosticCollector<JavaFileObject>();
    boolean well =
        compiler
            .getTask(
                Writer.nullWriter(),
                new Hiding(files, hidden),
                found,
                OPTIONS,
                null,
                files.getJavaFileObjectsFromPaths(sources.stream().sorted().toList()))
            .call();
    var complaints = new ArrayList<Complaint>();
    for (var diagnostic : found.getDiagnostics()) {
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
        complaints.add(complaint(module, diagnostic));
      }
    }
    if (!well && complaints.isEmpty()) {
      complaints.add(new Complaint(module.sources(), -1, -1, "the compiler gave up", ""));
    }
    return complaints;
  }

  private static Complaint complaint(
      SourceModule module, Diagnostic<? extends JavaFileObject> diagnostic) {
    var source = diagnostic.getSource();
    var file = source == null ? module.sources() : Path.of(source.toUri());
    return new Complaint(
        file,
        diagnostic.getLineNumber(),
        diagnostic.getColumnNumber(),
        diagnostic.getMessage(Locale.ENGLISH),
        line(file, diagnostic.getLineNumber()));
  }

  private static String line(Path file, long number) {
    if (number < 1 || !Files.isRegularFile(file)) {
      return "";
    }
    try (var lines = Files.lines(file)) {
      return lines.skip(number - 1).findFirst().orElse("");
    } catch (IOException | UncheckedIOException e) {
      return "";
    }
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
