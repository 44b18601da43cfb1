package life.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Ticks of quiet time a second on one core: {@link QuietTicks}, each round in processes of its own.
 */
final class QuietTime implements Benchmark {
  private static final List<String> SPANS = List.of("3600", "100000");
  private static final double SHARE_OF_PLAIN = 0.5;
  private static final double LEAST_TICKS_PER_SECOND = 10e6;

  /** The median of single decisions; other programs on the machine would shift the mean. */
  private static final double MIDDLE = 50;

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private record Round(double ticksPerSecond, double bytesPerTick) {}

  @Override
  public List<Result> run(Ground ground) {
    var results = new ArrayList<Result>();
    for (var span : SPANS) {
      var rounds =
          Rounds.of(0, ground.rounds(), () -> jmh("decide", span), () -> jmh("plain", span));
      var name = String.format("quiet time, spans of %,d ticks", Long.parseLong(span));
      results.add(
          Result.of(name, rounds.ours(Round::ticksPerSecond), "ticks/s")
              .beside("plain array loop", rounds.peers(Round::ticksPerSecond))
              .atLeastOfPeer(SHARE_OF_PLAIN)
              .atLeast(LEAST_TICKS_PER_SECOND));
      results.add(Result.of("  allocated", rounds.ours(Round::bytesPerTick), "bytes/tick"));
    }
    return results;
  }

  private static Round jmh(String method, String span) {
    var options =
        new OptionsBuilder()
            .include(QuietTicks.class.getName() + "\\." + method + "$")
            .param("span", span)
            .forks(1)
            .threads(1)
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    try {
      return round(new Runner(options).run(), Long.parseLong(span));
    } catch (RunnerException e) {
      throw new IllegalStateException("JMH could not measure " + method, e);
    }
  }

  private static Round round(Collection<RunResult> results, long span) {
    var only = results.iterator().next();
    double nanos = only.getPrimaryResult().getStatistics().getPercentile(MIDDLE);
    double bytes = Objects.requireNonNull(only.getSecondaryResults().get(ALLOCATED)).getScore();
    return new Round(span * 1e9 / nanos, bytes / span);
  }
}
