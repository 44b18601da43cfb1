package life.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs {@code slowhttptest}, a tool that is as slow a client as there can be. */
final class SlowHttp {
  private static final String CONNECTIONS = "400";
  private static final String PATH = "/v1/lives/ada/stimuli";
  private static final List<String> HEADS = List.of("-H");
  private static final List<String> BODIES =
      List.of("-B", "-f", "application/json", "-s", "4096", "-x", "8");

  private SlowHttp() {}

  /**
   * Holds 400 connections with slow heads and 400 with slow bodies against a server, and opens them
   * again when they were closed, for so long. Completes with how often it began anew.
   */
  static CompletableFuture<Integer> against(URI home, int seconds) {
    var heads = CompletableFuture.supplyAsync(() -> again(HEADS, home, seconds));
    var bodies = CompletableFuture.supplyAsync(() -> again(BODIES, home, seconds));
    return heads.thenCombine(bodies, Integer::sum);
  }

  private static int again(List<String> mode, URI home, int seconds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    int runs = 0;
    for (long left = seconds; left > 0; runs++) {
      run(mode, home, left);
      left = TimeUnit.NANOSECONDS.toSeconds(end - System.nanoTime());
    }
    return runs;
  }

  private static void run(List<String> mode, URI home, long seconds) {
    var command = new ArrayList<>(List.of("slowhttptest"));
    command.addAll(mode);
    command.addAll(
        List.of(
            "-u",
            home.resolve(PATH).toString(),
            "-c",
            CONNECTIONS,
            "-r",
            CONNECTIONS,
            "-i",
            "1",
            "-l",
            Long.toString(seconds),
            "-v",
            "0"));
    try {
      var process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.waitFor();
    } catch (IOException e) {
      throw new IllegalStateException(
          "slowhttptest is needed, and is not here (apt-get install slowhttptest, brew install slowhttptest)",
          e);
    } catch (InterruptedException e) {
      throw Pause.interrupted(e);
    }
  }
}
