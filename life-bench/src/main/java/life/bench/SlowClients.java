package life.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/**
 * A minute of 400 slow heads and 400 slow bodies, while another client sends stimuli, each tenth
 * over a new connection. Beside it the same on Pekko HTTP as it is.
 */
final class SlowClients implements Benchmark {
  private static final int SECONDS = 60;
  private static final int WARM_UP = 500;
  private static final long PAUSE_MILLIS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final double MOST_MILLIS = 1_000;
  private static final int CREATED = 201;
  private static final int OF_WHICH_ONE_IS_NEW = 10;
  private static final String PEER = "Pekko HTTP as it is";
  private static final String ONE = "{\"kind\":\"noise\",\"intensity\":0.05}";

  /** What another client saw. */
  private record Seen(double max, double millis99, long answered, long failed) {}

  @Override
  public List<Result> run(Ground ground) {
    var served = Served.start(ground);
    try (served;
        var peer = Peer.start()) {
      var ours = beside(served.home());
      var peers = beside(peer.home());
      return List.of(
          Result.of("another client's slowest stimulus", ours.max(), "ms")
              .beside(PEER, peers.max())
              .atMost(MOST_MILLIS),
          Result.of("  99 % of them", ours.millis99(), "ms").beside(PEER, peers.millis99()),
          Result.count("  answered", ours.answered()).beside(PEER, (double) peers.answered()),
          Result.count("  not answered in time or refused", ours.failed())
              .beside(PEER, (double) peers.failed())
              .atMost(0));
    } finally {
      served.clear();
    }
  }

  private static Seen beside(URI home) {
    var latencies = new Latencies();
    double max = 0;
    long answered = 0;
    long failed = 0;
    try (var kept = HttpClient.newHttpClient()) {
      for (int i = 0; i < WARM_UP; i++) {
        isAnswered(kept, home);
      }
      var slow = SlowHttp.against(home, SECONDS);
      while (!slow.isDone()) {
        long begin = System.nanoTime();
        boolean isAnswered =
            (answered + failed) % OF_WHICH_ONE_IS_NEW == 0
                ? isAnsweredAnew(home)
                : isAnswered(kept, home);
        long nanos = System.nanoTime() - begin;
        max = Math.max(max, nanos / 1e6);
        latencies.add(nanos);
        answered += isAnswered ? 1 : 0;
        failed += isAnswered ? 0 : 1;
        Pause.millis(PAUSE_MILLIS);
      }
      slow.join();
    }
    return new Seen(max, latencies.millis(0.99), answered, failed);
  }

  private static boolean isAnsweredAnew(URI home) {
    try (var fresh = HttpClient.newHttpClient()) {
      return isAnswered(fresh, home);
    }
  }

  private static boolean isAnswered(HttpClient client, URI home) {
    var request =
        HttpRequest.newBuilder(home.resolve("/v1/lives/ada/stimuli"))
            .header("Content-Type", "application/json")
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofString(ONE))
            .build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == CREATED;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw Pause.interrupted(e);
    }
  }
}
