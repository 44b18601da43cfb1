package life.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import life.http.gate.Right;
import life.http.gate.Token;

/**
 * A real {@code life} process, started by the real launcher. Since that execs Java, the process is
 * the JVM. None outlives the test: not even if the test itself is killed by Ctrl-C.
 */
final class LifeProcess implements AutoCloseable {
  /** The launcher of the folder that {@code mvn package} makes. */
  static final Path LAUNCHER = Path.of("target", "life", "bin", "life").toAbsolutePath();

  static final int BY_KILL = 128 + 9;
  static final int BY_SIGTERM = 128 + 15;

  /** Longer than anything takes; who waits so long waits for ever. */
  private static final int PATIENCE_SECONDS = 90;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Pattern HOME = Pattern.compile("lives at (http://\\S+)/v1/lives/");
  private static final Pattern DATA = Pattern.compile("its journals are in (\\S+)");
  private static final Pattern HEALTH =
      Pattern.compile("health and metrics: (http://\\S+)/metrics");
  private static final Set<LifeProcess> ALL = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> ALL.forEach(LifeProcess::killAll)));
  }

  private final Process process;
  private final Path talk;

  private LifeProcess(Process process, Path talk) {
    this.process = process;
    this.talk = talk;
  }

  /**
   * Starts a command.
   *
   * @param talk the file for stderr; stdout goes beside it
   */
  static LifeProcess start(List<String> command, Map<String, String> environment, Path talk)
      throws IOException {
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("LIFE_"));
    builder.environment().put("LIFE_NO_BUILD", "1");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    builder.redirectError(talk.toFile());
    builder.redirectOutput(talk.resolveSibling(talk.getFileName() + ".story").toFile());
    var started = new LifeProcess(builder.start(), talk);
    started.process.getOutputStream().close();
    ALL.add(started);
    return started;
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What it said on stderr so far. */
  String talk() throws IOException {
    return Files.readString(talk);
  }

  /** What it said on stdout so far. */
  String story() throws IOException {
    return Files.readString(talk.resolveSibling(talk.getFileName() + ".story"));
  }

  /** Waits until its life can be reached; empty if the process ended before. */
  Optional<URI> reachable() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < deadline) {
      boolean ended = !process.isAlive();
      var found = HOME.matcher(talk());
      if (found.find()) {
        return Optional.of(URI.create(found.group(1)));
      }
      if (ended) {
        return Optional.empty();
      }
      Thread.sleep(10);
    }
    throw new AssertionError("no life can be reached, but it said: " + talk());
  }

  /** A caller of its lives, which must be reachable. */
  Caller caller() throws IOException, InterruptedException {
    var home = reachable().orElseThrow(() -> new AssertionError("it ended: " + said()));
    return new Caller(home, Token.find(data()).orElseThrow().of(Right.OPERATE));
  }

  private Path data() throws IOException {
    var found = DATA.matcher(talk());
    assertThat(found.find()).isTrue();
    return Path.of(found.group(1));
  }

  /** Asks its second listener, which must be there. */
  HttpResponse<String> health(String path) throws IOException, InterruptedException {
    reachable();
    var found = HEALTH.matcher(talk());
    assertThat(found.find()).as("it says where its health is told: %s", talk()).isTrue();
    var request = HttpRequest.newBuilder(URI.create(found.group(1) + path)).timeout(PATIENCE);
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  /** Waits for its end and gives the exit code. */
  int ended() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
    ALL.remove(this);
    return process.exitValue();
  }

  /** Kills it at once, as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    assertThat(ended()).isEqualTo(BY_KILL);
  }

  /** Asks it to end, as {@code kill} does, and waits. */
  int terminate() throws InterruptedException {
    process.toHandle().destroy();
    return ended();
  }

  private String said() {
    try {
      return talk();
    } catch (IOException e) {
      return "(unreadable: " + e + ")";
    }
  }

  private void killAll() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public void close() {
    killAll();
    process.onExit().join();
    ALL.remove(this);
  }
}
