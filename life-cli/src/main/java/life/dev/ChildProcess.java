package life.dev;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A process in which beings live, on a leash: a socket over which the supervisor orders and the
 * process tells. When the supervisor is gone, however it went, the leash breaks and the child ends.
 */
final class ChildProcess {
  /** So many of its last lines are kept, for the report of its end. */
  private static final int LAST_LINES = 20;

  private static final Duration ON_LEASH_WITHIN = Duration.ofSeconds(10);

  private final Process process;
  private final ServerSocketChannel door;
  private final Path socket;
  private final Deque<String> lastLines = new ArrayDeque<>();
  private final CompletableFuture<SocketChannel> leash = new CompletableFuture<>();

  private ChildProcess(Process process, ServerSocketChannel door, Path socket) {
    this.process = process;
    this.door = door;
    this.socket = socket;
  }

  /**
   * Starts one.
   *
   * @param java how
   * @param arguments for the program; its leash is added
   * @param talk is given each line of its stderr; stdout is this process's own
   * @param events hears what it says and that it has ended
   */
  static ChildProcess start(
      ChildJava java, List<String> arguments, Consumer<String> talk, Consumer<Event> events)
      throws IOException {
    var folder = Files.createTempDirectory("life-dev"); // short, as the name of a socket must be
    var socket = folder.resolve("leash");
    var door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    door.bind(UnixDomainSocketAddress.of(socket));
    var all = new ArrayList<>(arguments);
    all.addAll(List.of("--leash", socket.toString()));
    var process =
        new ProcessBuilder(java.command(all))
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .start();
    process.getOutputStream().close();
    var child = new ChildProcess(process, door, socket);
    var talking = Thread.ofVirtual().start(() -> child.forward(talk));
    Thread.ofVirtual().start(() -> child.hear(events));
    Thread.ofVirtual().start(() -> child.await(talking, events));
    return child;
  }

  private void forward(Consumer<String> talk) {
    try (var lines = process.errorReader(UTF_8)) {
      lines
          .lines()
          .forEach(line -> {
            synchronized (lastLines) {
              lastLines.addLast(line);
              if (lastLines.size() > LAST_LINES) {
                lastLines.removeFirst();
              }
            }
            talk.accept(line);
          });
    } catch (IOException | UncheckedIOException e) {
      // It has ended in the midst of a line.
    }
  }

  private void hear(Consumer<Event> events) {
    try {
      var open = door.accept();
      leash.complete(open);
      try (var lines = new BufferedReader(Channels.newReader(open, UTF_8))) {
        lines.lines().forEach(word -> events.accept(new Event.Said(this, word)));
      }
    } catch (IOException | UncheckedIOException e) {
      leash.completeExceptionally(e); // it has ended, or never took the leash
    }
  }

  private void await(Thread talking, Consumer<Event> events) {
    try {
      int exit = process.waitFor();
      talking.join(Duration.ofSeconds(1));
      door.close();
      Trees.delete(Objects.requireNonNull(socket.getParent()));
      events.accept(new Event.Ended(this, exit));
    } catch (IOException e) {
      events.accept(new Event.Ended(this, process.exitValue()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Gives it an order, which it obeys when it listens; false if it is not there to hear it. Waits
   * until one that has just begun is on its leash.
   */
  boolean order(String word) {
    try {
      leash
          .get(ON_LEASH_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
          .write(ByteBuffer.wrap((word + "\n").getBytes(UTF_8)));
      return true;
    } catch (IOException | ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Asks it to end, as {@code kill} does. */
  void terminate() {
    process.destroy();
  }

  /** Ends it now. */
  void kill() {
    process.destroyForcibly();
  }

  /** Waits for its end; false if that takes longer. */
  boolean ends(long millis) {
    try {
      return process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What it said last on stderr. */
  List<String> lastLines() {
    synchronized (lastLines) {
      return List.copyOf(lastLines);
    }
  }
}
