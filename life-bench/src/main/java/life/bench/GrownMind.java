package life.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import life.actor.WorldFile;
import life.being.Course;
import life.being.Decider;
import life.being.Decision;
import life.being.LawSettings;
import life.being.LifeCommand;
import life.being.LifeId;
import life.being.Origin;
import life.being.SelfState;
import life.law.Laws;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Quiet time of a being that has lived long in the default world, with all that it remembers and
 * has learned: sleep, echoes, silence, and a hash of all of it each 3 600 ticks. For JMH.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class GrownMind {
  private static final String WORLD = "config/worlds/default.conf";

  /** Ticks of one decision: a bit more than a day. */
  @Param("100000")
  public long span;

  /** How old the being is, in ticks. */
  @Param({"1000000", "10000000"})
  public long age;

  private final Decider decider = new Decider(new Laws());
  private SelfState grown = Decider.UNBORN;
  private LifeCommand live = new LifeCommand.Live(1);

  /** Lets it grow up. */
  @Setup
  public void grow() {
    var world = WorldFile.read(Path.of(System.getProperty("bench.top", ""), WORLD));
    var laws = LawSettings.DEFAULT.withMortality(false);
    var life = new Course(decider, Decider.UNBORN, _ -> {});
    life.take(new LifeCommand.BeBorn(new Origin(new LifeId("ada"), 1, laws, Instant.EPOCH), world));
    grown = life.until(age).state();
    live = new LifeCommand.Live(span);
  }

  /** All facts of a span in which nothing comes from outside. */
  @Benchmark
  public Decision decide() {
    return decider.decide(grown, live);
  }
}
