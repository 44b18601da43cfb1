package life.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code wrk}, a load generator, saw.
 *
 * @param perSecond requests that were answered
 * @param millis99 in which 99 % were
 * @param others answers that were not 2xx or 3xx
 * @param requests answered in all
 */
record Wrk(double perSecond, double millis99, long others, long requests) {
  private static final Pattern PER_SECOND = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern LATENCY = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s|m)");
  private static final Pattern OTHERS = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
  private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
  private static final Map<String, Double> MILLIS =
      Map.of("us", 0.001, "ms", 1.0, "s", 1_000.0, "m", 60_000.0);

  /**
   * Sends stimuli from two threads.
   *
   * @param connections at once
   * @param beings over which they are spread
   * @param answers folder in which the answers are written down; null if they need not be
   * @param run makes the keys differ from those of other runs
   */
  static Wrk stimuli(
      URI home, int connections, int seconds, int beings, @Nullable Path answers, String run) {
    try {
      var script = Files.createTempFile("stimuli", ".lua");
      try (var lua = Wrk.class.getResourceAsStream("stimuli.lua")) {
        Files.write(script, lua.readAllBytes());
        return run(
            List.of(
                "wrk",
                "--threads",
                "2",
                "--connections",
                Integer.toString(connections),
                "--duration",
                seconds + "s",
                "--timeout",
                "10s",
                "--latency",
                "--script",
                script.toString(),
                home.toString(),
                "--",
                Integer.toString(beings),
                answers == null ? "-" : answers.toString(),
                run));
      } finally {
        Files.delete(script);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Wrk run(List<String> command) throws IOException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new IllegalStateException(
          "wrk is needed, and is not here (apt-get install wrk, brew install wrk)", e);
    }
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException("wrk failed: " + said);
      }
    } catch (InterruptedException e) {
      throw Pause.interrupted(e);
    }
    var latency = LATENCY.matcher(said);
    if (!latency.find()) {
      throw new IllegalStateException("wrk said nothing of latency: " + said);
    }
    return new Wrk(
        number(PER_SECOND, said),
        Double.parseDouble(latency.group(1)) * MILLIS.getOrDefault(latency.group(2), 1.0),
        (long) number(OTHERS, said),
        (long) number(REQUESTS, said));
  }

  private static double number(Pattern pattern, String said) {
    var found = pattern.matcher(said);
    return found.find() ? Double.parseDouble(found.group(1)) : 0;
  }
}
