package life.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Ticks of quiet time a second on one core: {@link QuietTicks}, each round in processes of its own.
 */
final class QuietTime implements Benchmark {
  private static final String LONG_SPAN = "100000";
  private static final List<String> SPANS = List.of("3600", LONG_SPAN);
  private static final double SHARE_OF_PLAIN = 0.5;
  private static final double LEAST_TICKS_PER_SECOND = 10e6;
  private static final double LEAST_GROWN_TICKS_PER_SECOND = 5e6;

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
    results.add(grown(ground));
    return results;
  }

  /**
   * With all that a mind comes to hold; and a mind of ten million ticks beside one of a million.
   */
  private static Result grown(Ground ground) {
    var rounds =
        Rounds.of(
            0, ground.rounds(), () -> jmh(grownAt("10000000")), () -> jmh(grownAt("1000000")));
    return Result.of(
            "quiet time of a mind of 10,000,000 ticks",
            rounds.ours(Round::ticksPerSecond),
            "ticks/s")
        .beside("one of 1,000,000", rounds.peers(Round::ticksPerSecond))
        .atLeast(LEAST_GROWN_TICKS_PER_SECOND);
  }

  private static ChainedOptionsBuilder grownAt(String age) {
    return new OptionsBuilder()
        .include(GrownMind.class.getName() + "\\.decide$")
        .param("span", LONG_SPAN)
        .param("age", age)
        .jvmArgsAppend("-Dbench.top=" + System.getProperty("bench.top", ""));
  }

  private static Round jmh(String method, String span) {
    return jmh(
        new OptionsBuilder()
            .include(QuietTicks.class.getName() + "\\." + method + "$")
            .param("span", span));
  }

  private static Round jmh(ChainedOptionsBuilder chosen) {
    var options =
        chosen
            .forks(1)
            .threads(1)
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    try {
      return round(new Runner(options).run());
    } catch (RunnerException e) {
      throw new IllegalStateException("JMH could not measure quiet time", e);
    }
  }

  private static Round round(Collection<RunResult> results) {
    var only = results.iterator().next();
    long span = Long.parseLong(only.getParams().getParam("span"));
    double nanos = only.getPrimaryResult().getStatistics().getPercentile(MIDDLE);
    double bytes = Objects.requireNonNull(only.getSecondaryResults().get(ALLOCATED)).getScore();
    return new Round(span * 1e9 / nanos, bytes / span);
  }
}
