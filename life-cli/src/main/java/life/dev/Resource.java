package life.dev;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** A file that Maven would copy beside the classes, and whose placeholders it would fill. */
final class Resource {
  private static final String VERSION = "${project.version}";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(project|maven|env)\\.[^}]*}");

  private Resource() {}

  /**
   * Brings one to the others that wait.
   *
   * @return what a person should know
   */
  static Optional<String> stage(SourceModule module, int index, Path file, Staging staging)
      throws IOException {
    var name = module.resources().relativize(file).toString();
    if (Files.isDirectory(file)) {
      return Optional.empty();
    }
    // One letter for every byte, whatever is in the file.
    String text;
    try {
      text = Files.readString(file, ISO_8859_1);
    } catch (NoSuchFileException e) {
      staging.remove(index, name);
      return Optional.empty();
    }
    if (text.contains(VERSION)) {
      var version = version(staging.place(index), module.name());
      text = text.replace(VERSION, version.orElse(VERSION));
    }
    var placeholder = PLACEHOLDER.matcher(text);
    if (placeholder.find()) {
      return Optional.of(
          "%s is left as it was: only Maven can fill %s".formatted(file, placeholder.group()));
    }
    var target = staging.folder(index).resolve(name);
    Staging.makeRoomFor(target);
    Files.writeString(target, text, ISO_8859_1);
    return Optional.empty();
  }

  /** Maven leaves it in every jar that it makes. */
  private static Optional<String> version(Path place, String module) throws IOException {
    var maven = place.resolve("META-INF/maven");
    if (!Files.isDirectory(maven)) {
      return Optional.empty();
    }
    try (var folders = Files.list(maven)) {
      for (var folder : folders.toList()) {
        var file = folder.resolve(module).resolve("pom.properties");
        if (Files.isRegularFile(file)) {
          var properties = new Properties();
          try (var in = Files.newInputStream(file)) {
            properties.load(in);
          }
          return Optional.ofNullable(properties.getProperty("version"));
        }
      }
    }
    return Optional.empty();
  }
}
