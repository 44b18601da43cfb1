package life.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import life.http.gate.Right;
import life.http.gate.Token;

/** A {@code life run} in a process of its own, as a person starts it. */
final class Served implements AutoCloseable {
  private static final Pattern HOME = Pattern.compile("Life is at (http://\\S+);");
  private static final Pattern USED = Pattern.compile("used (\\d+)K");
  private static final long PATIENCE_SECONDS = 60;
  private static final int BYTES_PER_KB = 1024;

  private final Process process;
  private final Path folder;
  private final Path data;
  private final URI home;
  private final String token;
  private final HttpClient client = HttpClient.newHttpClient();

  private Served(Process process, Path folder, Path data, URI home) throws IOException {
    this.process = process;
    this.folder = folder;
    this.data = data;
    this.home = home;
    this.token = Token.find(data).orElseThrow().of(Right.OPERATE);
  }

  /**
   * Starts it with one being, ada.
   *
   * @param settings lines of its config file, after the usual ones
   */
  static Served start(Ground ground, String... settings) {
    var folder = ground.folder();
    return start(ground, folder, folder.resolve("data"), List.of(), settings);
  }

  /** Starts it where beings live already. */
  static Served in(Ground ground, Path data, String... options) {
    return start(ground, ground.folder(), data, List.of(options));
  }

  private static Served start(
      Ground ground, Path folder, Path data, List<String> options, String... settings) {
    try {
      var usual = ground.top().resolve("config");
      var config = Files.createDirectories(folder.resolve("config"));
      Files.createDirectories(config.resolve("worlds"));
      Files.copy(usual.resolve("worlds/default.conf"), config.resolve("worlds/default.conf"));
      Files.copy(usual.resolve("logback.xml"), config.resolve("logback.xml"));
      Files.writeString(
          config.resolve("life.conf"),
          "include \"" + usual.resolve("life.conf") + "\"\n" + String.join("\n", settings) + "\n");
      var command = command(data, config.resolve("life.conf"));
      command.addAll(options);
      return begin(folder, data, command);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(Path data, Path config) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseG1GC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dlife.config=" + config,
            "-cp",
            System.getProperty("java.class.path"),
            "life.app.Main"));
    command.addAll(List.of("run", "--data", data.toString(), "--port", "0", "--mortality", "off"));
    return command;
  }

  private static Served begin(Path folder, Path data, List<String> command) throws IOException {
    var talk = folder.resolve("talk");
    var process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(talk.toFile())
            .start();
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < giveUp && process.isAlive()) {
      var found = HOME.matcher(Files.readString(talk));
      if (found.find()) {
        return new Served(process, folder, data, URI.create(found.group(1)));
      }
      Pause.millis(20);
    }
    process.destroyForcibly();
    throw new IllegalStateException("life run did not start: " + Files.readString(talk));
  }

  URI home() {
    return home;
  }

  Path data() {
    return data;
  }

  /** Bears beings b1 to bN. */
  void bear(int beings) {
    for (int i = 1; i <= beings; i++) {
      var body = "{\"name\":\"b" + i + "\",\"seed\":" + i + ",\"mortality\":false}";
      var answer = post("/v1/admin/lives", body);
      if (answer.statusCode() != 201) {
        throw new IllegalStateException("no birth: " + answer.body());
      }
    }
  }

  /** What is answered, whatever that is. */
  String get(String path) {
    try {
      return client
          .send(HttpRequest.newBuilder(home.resolve(path)).build(), BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw Pause.interrupted(e);
    }
  }

  HttpResponse<String> post(String path, String body) {
    try {
      return client.send(
          HttpRequest.newBuilder(home.resolve(path))
              .header("Content-Type", "application/json")
              .header("Authorization", "Bearer " + token)
              .POST(BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw Pause.interrupted(e);
    }
  }

  /** How much processor time it has taken. */
  Duration worked() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** What its heap holds when all that nobody needs any more is gone, in bytes. */
  long alive() {
    ask("GC.run");
    var found = USED.matcher(ask("GC.heap_info"));
    if (!found.find()) {
      throw new IllegalStateException("the process says nothing of its heap");
    }
    return Long.parseLong(found.group(1)) * BYTES_PER_KB;
  }

  private String ask(String question) {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      var asking =
          new ProcessBuilder(jcmd, Long.toString(process.pid()), question)
              .redirectErrorStream(true)
              .start();
      return new String(asking.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it as {@code kill} does; its data stay until {@link #clear}. */
  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      throw Pause.interrupted(e);
    }
    client.close();
  }

  void clear() {
    Ground.clear(folder);
  }
}
