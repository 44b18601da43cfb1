package life.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A minute of more load than a Life can take: what it answered must be in its journal exactly once,
 * its memory must stay flat, whom it refuses must be told when to come back, and right afterwards
 * it must answer as before.
 */
final class Flood implements Benchmark {
  private static final int CONNECTIONS = 256;
  private static final int SECONDS = 60;
  private static final int WARM_UP_SECONDS = 10;
  private static final int BEINGS = 100;
  private static final long SAMPLE_MILLIS = 10_000;
  private static final double MOST_GROWTH = 1.25;
  private static final double MOST_SECONDS_AFTER = 2;
  private static final String ONE = "{\"kind\":\"noise\",\"intensity\":0.05}";

  @Override
  public List<Result> run(Ground ground) {
    var results = new ArrayList<Result>();
    results.addAll(flood("as many as one client may", ground));
    results.addAll(flood("as many as it can", ground, "life.requests-per-second = 0"));
    return results;
  }

  private static List<Result> flood(String what, Ground ground, String... settings) {
    var served = Served.start(ground, settings);
    var answers = ground.folder();
    try {
      Wrk seen;
      List<Long> memory = new ArrayList<>();
      double after;
      try (served) {
        served.bear(BEINGS);
        Wrk.stimuli(served.home(), CONNECTIONS, WARM_UP_SECONDS, BEINGS, null, "warm");
        var load =
            CompletableFuture.supplyAsync(
                () -> Wrk.stimuli(served.home(), CONNECTIONS, SECONDS, BEINGS, answers, "flood"));
        while (!load.isDone()) {
          Pause.millis(SAMPLE_MILLIS);
          memory.add(served.alive());
        }
        seen = load.join();
        after = secondsUntilAnswered(served);
      }
      var audit = Audit.of(served.data(), answers, BEINGS);
      int half = memory.size() / 2;
      double early = Rounds.median(longs(memory.subList(0, half)));
      double late = Rounds.median(longs(memory.subList(half, memory.size())));
      return List.of(
          Result.of(what + ": answered", seen.perSecond(), "/s"),
          Result.count("  stimuli accepted", audit.accepted()),
          Result.count("  accepted and not in the journal once", audit.wrong()).atMost(0),
          Result.count("  keys in the journal more than once", audit.twice()).atMost(0),
          Result.count("  refused", audit.refused()),
          Result.count("  refused otherwise than by 429 or 503 with Retry-After", audit.odd())
              .atMost(0),
          Result.of("  live memory, second half of the minute", late, "bytes")
              .beside("the first half", early)
              .atMost(early * MOST_GROWTH),
          Result.of("  answers again after", after, "s").atMost(MOST_SECONDS_AFTER));
    } finally {
      served.clear();
      Ground.clear(answers);
    }
  }

  private static double[] longs(List<Long> values) {
    return values.stream().mapToDouble(Long::doubleValue).toArray();
  }

  private static double secondsUntilAnswered(Served served) {
    long begin = System.nanoTime();
    while (served.post("/v1/lives/b1/stimuli", ONE).statusCode() != 201) {
      Pause.millis(10);
    }
    return (System.nanoTime() - begin) / 1e9;
  }
}
