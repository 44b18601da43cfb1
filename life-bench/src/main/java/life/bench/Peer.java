package life.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;

/** {@link AnswerAtOnce} in a process of its own. */
final class Peer implements AutoCloseable {
  private final Process process;
  private final URI home;

  private Peer(Process process, URI home) {
    this.process = process;
    this.home = home;
  }

  @SuppressWarnings("resource") // the process owns its output
  static Peer start() {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    try {
      var process =
          new ProcessBuilder(
                  java,
                  "-XX:+UseG1GC",
                  "-Dlogback.configurationFile="
                      + System.getProperty("logback.configurationFile", "logback.xml"),
                  "-cp",
                  System.getProperty("java.class.path"),
                  AnswerAtOnce.class.getName())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var line =
          new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
      if (line == null) {
        throw new IllegalStateException("the peer did not start");
      }
      return new Peer(process, URI.create(line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI home() {
    return home;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
