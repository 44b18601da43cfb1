package life.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** From exec of {@code scripts/life run} to the first tick of a newborn, as whole processes. */
final class StartUp implements Benchmark {
  private static final double MOST_SECONDS = 3;
  private static final long TRAINING_SECONDS = 120;
  private static final int FIRST_LINE = 1;

  /** The birth is told first, then the first tick. */
  private static final int LINE_OF_FIRST_TICK = 2;

  /** Seconds from exec. */
  private record Times(double firstLine, double firstTick) {}

  @Override
  public List<Result> run(Ground ground) {
    train(ground);
    var with = Rounds.of(1, ground.rounds(), () -> life(ground, "on"), StartUp::nothing);
    var without = Rounds.of(1, ground.rounds(), () -> life(ground, "off"), StartUp::nothing);
    var peer = "an empty Java program";
    return List.of(
        Result.of("first tick, with AOT cache", with.ours(Times::firstTick), "s")
            .beside(peer, with.peers(Times::firstLine))
            .atMost(MOST_SECONDS),
        Result.of("  first line of the story", with.ours(Times::firstLine), "s"),
        Result.of("first tick, without it", without.ours(Times::firstTick), "s")
            .beside(peer, without.peers(Times::firstLine))
            .atMost(MOST_SECONDS),
        Result.of("  first line of the story", without.ours(Times::firstLine), "s"));
  }

  /** The launcher trains its cache behind the back of a first run. */
  private static void train(Ground ground) {
    life(ground, "on");
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(TRAINING_SECONDS);
    while (!hasCache(ground.top().resolve("life-cli/target/life/cache"))) {
      if (System.nanoTime() > giveUp) {
        throw new IllegalStateException("the launcher made no AOT cache");
      }
      sleep();
    }
  }

  private static boolean hasCache(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var files = Files.list(folder)) {
      var names = files.map(file -> file.getFileName().toString()).toList();
      return names.stream().anyMatch(name -> name.startsWith("server-") && name.endsWith(".aot"))
          && names.stream().noneMatch(name -> name.endsWith(".work"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Times life(Ground ground, String aot) {
    var data = ground.folder();
    try {
      var command =
          new ProcessBuilder(
              ground.top().resolve("scripts/life").toString(),
              "run",
              "--data",
              data.toString(),
              "--port",
              "0",
              "--seed",
              "1",
              "--speed",
              "1000",
              "--until-tick",
              "1");
      command.environment().put("LIFE_AOT", aot);
      command.environment().put("LIFE_NO_BUILD", "1");
      return times(command, LINE_OF_FIRST_TICK);
    } finally {
      Ground.clear(data);
    }
  }

  private static Times nothing() {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var path = System.getProperty("java.class.path");
    return times(new ProcessBuilder(java, "-cp", path, Nothing.class.getName()), FIRST_LINE);
  }

  private static Times times(ProcessBuilder command, int lines) {
    command.redirectError(ProcessBuilder.Redirect.DISCARD);
    double[] seconds = new double[lines];
    long start = System.nanoTime();
    try {
      var process = command.start();
      try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
        for (int i = 0; i < lines; i++) {
          if (out.readLine() == null) {
            throw new IllegalStateException("it ended too early: " + command.command());
          }
          seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        out.lines().forEach(_ -> {});
      }
      process.waitFor();
      return new Times(seconds[0], seconds[lines - 1]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("nobody interrupts a benchmark", e);
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("nobody interrupts a benchmark", e);
    }
  }
}
