package life.bench;

import static life.bench.PlainLoop.AROUSAL;
import static life.bench.PlainLoop.ENERGY;
import static life.bench.PlainLoop.FELT;
import static life.bench.PlainLoop.INTEGRITY;
import static life.bench.PlainLoop.PRESSURE;
import static life.bench.PlainLoop.STABILITY;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import life.being.Course;
import life.being.Decider;
import life.being.Decision;
import life.being.LawSettings;
import life.being.LifeCommand;
import life.being.LifeId;
import life.being.Origin;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.being.Source;
import life.being.When;
import life.body.Shift;
import life.law.Laws;
import life.mind.Condition;
import life.world.Family;
import life.world.Stimulus;
import life.world.StimulusKind;
import life.world.World;
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

/** Quiet time, decided by the laws and beside it by a {@link PlainLoop}; for JMH. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class QuietTicks {
  private static final StimulusKind SHOCK =
      new StimulusKind("shock", 0, 0, 1, new Shift(-6, -0.35, -0.06), 1, Family.BODILY);

  private static final long SEED = 1;

  /** Ticks of one decision. */
  @Param({"3600", "100000"})
  public long span;

  private final Decider decider = new Decider(new Laws());
  private final PlainLoop plain = new PlainLoop(LawSettings.DEFAULT, SEED);
  private final double[] moment = new double[PRESSURE + 1];
  private final SelfState shocked = shocked(decider);
  private LifeCommand live = new LifeCommand.Live(1);

  /**
   * A newborn whom a shock has just stirred: everything flows, and no phase ends in these spans.
   */
  private static SelfState shocked(Decider decider) {
    var world = World.plain("still", 0, List.of(SHOCK));
    var origin = new Origin(new LifeId("ada"), SEED, LawSettings.DEFAULT, Instant.EPOCH);
    var newborn = after(decider, Decider.UNBORN, new LifeCommand.BeBorn(origin, world));
    var shock =
        new LifeCommand.Meet(new Stimulus(SHOCK.name(), 0.9), new When.Now(), Source.OUTSIDE, null);
    return after(decider, newborn, shock);
  }

  private static SelfState after(Decider decider, SelfState state, LifeCommand command) {
    var life = new Course(decider, state, _ -> {});
    if (life.take(command) instanceof Decision.Refused) {
      throw new IllegalStateException("this can't be refused: " + command);
    }
    return life.state();
  }

  /** Both ways must lead to the same being, bit for bit. */
  @Setup
  public void compare() {
    live = new LifeCommand.Live(span);
    var lived = after(decider, shocked, live);
    if (!(lived instanceof Alive being) || !being.condition().equals(conditionOf(plain()))) {
      throw new IllegalStateException(
          "the plain loop differs from the laws: " + lived + " but " + conditionOf(plain()));
    }
  }

  private static Condition conditionOf(double[] m) {
    return new Condition(
        new life.body.Vitals(m[ENERGY], m[STABILITY], m[INTEGRITY]),
        m[AROUSAL],
        m[FELT],
        m[PRESSURE]);
  }

  /** As the program lives: all facts of a span. */
  @Benchmark
  public Decision decide() {
    return decider.decide(shocked, live);
  }

  /** The same arithmetic and nothing else. */
  @Benchmark
  public double[] plain() {
    if (shocked instanceof Alive being) {
      var condition = being.condition();
      moment[ENERGY] = condition.vitals().energy();
      moment[STABILITY] = condition.vitals().stability();
      moment[INTEGRITY] = condition.vitals().integrity();
      moment[AROUSAL] = condition.arousal();
      moment[FELT] = condition.felt();
      moment[PRESSURE] = condition.pressure();
    }
    plain.live(moment, 0, span);
    return moment;
  }
}
