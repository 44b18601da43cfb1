package life.dev;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one child living, and replaces it when what it is made of has changed. Everything that it
 * hears goes through one queue, so it does one thing at a time.
 */
final class Supervisor {
  /** What a child has to end; its own parts take less. */
  private static final Duration LONGEST_END = Duration.ofSeconds(12);

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final int DONE = 0;
  private static final int WRONG_USAGE = 2;
  private static final String RESTART = "--restart";

  private final Workbench bench;
  private final Doors doors;
  private final ChildJava java;
  private final List<String> arguments;
  private final Consumer<String> say;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

  private final CountDownLatch gone = new CountDownLatch(1);

  private @Nullable ChildProcess child;
  private Timing timing = new Timing(System.nanoTime(), System.nanoTime());
  private Duration pause = SHORTEST_PAUSE;
  private boolean hasLived;

  /**
   * Prepares it.
   *
   * @param arguments of {@code life run}
   * @param say tells the person who works on Life
   */
  Supervisor(
      Workbench bench, Doors doors, ChildJava java, List<String> arguments, Consumer<String> say) {
    this.bench = bench;
    this.doors = doors;
    this.java = java;
    this.arguments = List.copyOf(arguments);
    this.say = say;
  }

  /** Where all events go. */
  void hear(Event event) {
    events.add(event);
  }

  /** Runs until the child ends by itself or the supervisor is told to leave; the exit code. */
  int run() throws InterruptedException {
    try {
      return supervise();
    } finally {
      gone.countDown();
    }
  }

  /** Waits until no child is left, but not for ever. */
  void awaitEnd() throws InterruptedException {
    gone.await(2 * LONGEST_END.toSeconds(), TimeUnit.SECONDS);
  }

  private int supervise() throws InterruptedException {
    begin(false);
    while (true) {
      switch (events.take()) {
        case Event.Changed(var files) -> changed(files);
        case Event.Said(var who, var word) when who == child -> said(word);
        case Event.Said _ -> {}
        case Event.Ended(var who, int exit) when who == child -> {
          if (exit == DONE || (exit == WRONG_USAGE && !hasLived)) {
            return exit;
          }
          ended(who, exit);
        }
        case Event.Ended _ -> {}
        case Event.Again _ -> {
          if (child == null) {
            begin(true);
          }
        }
        case Event.Leave _ -> {
          leave();
          return DONE;
        }
      }
    }
  }

  private void begin(boolean isRestart) {
    try {
      var all = new ArrayList<>(List.of("run"));
      all.addAll(arguments);
      all.addAll(doors.arguments());
      if (isRestart && hasLived) {
        all.add(RESTART);
      }
      child = ChildProcess.start(java, all, say, this::hear);
    } catch (IOException e) {
      child = null;
      say.accept("no process can be started: " + e.getMessage());
      tryLater();
    }
  }

  private void changed(Set<Path> files) {
    long saved = System.nanoTime();
    var verdict = bench.take(files);
    verdict.words().forEach(say);
    var living = child;
    switch (verdict.what()) {
      case NOTHING -> {}
      case WORLDS -> {
        if (living == null || !living.order("worlds")) {
          say.accept("the worlds are read when the process starts");
        }
      }
      case RESTART -> {
        timing = new Timing(saved, System.nanoTime());
        replace();
      }
    }
  }

  private void replace() {
    pause = SHORTEST_PAUSE;
    doors.hold();
    end("restart");
    timing.isDown(System.nanoTime());
    begin(true);
  }

  /** Ends the child, in order if it can, and waits. */
  private void end(String order) {
    var living = child;
    child = null;
    if (living == null) {
      return;
    }
    if (!living.order(order)) {
      living.terminate();
    }
    if (!living.ends(LONGEST_END.toMillis())) {
      say.accept(
          "the process did not end within %d s and is killed; what was answered is in its journal"
              .formatted(LONGEST_END.toSeconds()));
      living.kill();
      living.ends(LONGEST_END.toMillis());
    }
  }

  private void said(String word) {
    long now = System.nanoTime();
    var words = word.split(" ", -1);
    switch (words[0]) {
      case "listening" -> {
        hasLived = true;
        doors.to(port(words[1]), port(words[2]));
        timing.listens(now);
      }
      case "recovered" -> timing.isRecovered(now);
      case "living" -> {
        pause = SHORTEST_PAUSE;
        timing.words(now).ifPresent(say);
        bench.isIdle();
      }
      case "worlds" ->
          say.accept(
              word.equals("worlds read")
                  ? "the worlds are read again; the lives go on in them"
                  : word.replace(" | ", "\n  ") + "\n  the lives go on in the worlds as they were");
      default -> say.accept("the process said '" + word + "', which means nothing here");
    }
  }

  private static InetSocketAddress port(String number) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(number));
  }

  private void ended(ChildProcess who, int exit) {
    child = null;
    doors.hold();
    say.accept("the process is gone: " + EndWords.of(exit));
    who.lastLines().stream()
        .skip(Math.max(0, who.lastLines().size() - 5))
        .forEach(line -> say.accept("  | " + line));
    if (exit == WRONG_USAGE) {
      say.accept("it is started again when something changes");
    } else {
      tryLater();
    }
  }

  private void tryLater() {
    say.accept(
        "it is started again in %d s, or when something changes".formatted(pause.toSeconds()));
    timing = new Timing(System.nanoTime(), System.nanoTime());
    CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> hear(new Event.Again()));
    var twice = pause.multipliedBy(2);
    pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }

  private void leave() {
    doors.hold();
    end("end");
    doors.close();
  }
}
