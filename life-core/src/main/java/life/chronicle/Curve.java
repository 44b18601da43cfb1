package life.chronicle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import life.being.Fact;
import life.being.Phase;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.being.SelfState.Unborn;
import life.body.Bounds;
import life.body.Drive;
import life.mind.Condition;
import life.mind.Line;
import life.world.Stimulus;
import org.jspecify.annotations.Nullable;

/**
 * The course of a life, or of a part of it, in a few buckets of equal length: a fold over its
 * facts, in their order and in one pass, that needs the same memory for a day and for a century.
 *
 * <p>Over the ticks of one {@link Fact.Lived} the condition is taken to move in a straight line,
 * since the fact records only where it led; what a stimulus did is exact. A bucket holds the values
 * at both of its ends, so the ranges of neighbours meet. What happens at a tick belongs to the
 * bucket that begins with it or holds it, and at the very end of the curve to the last one.
 */
public final class Curve {
  /** Most buckets of a curve. */
  public static final int MOST_BUCKETS = 4_000;

  /** Most turnings that a curve keeps: the first ones. */
  public static final int MOST_TURNINGS = 1_000;

  private static final long LONGEST = 1L << 50;

  private final long from;
  private final long to;
  private final int count;
  private final Band energy;
  private final Band stability;
  private final Band integrity;
  private final Band drive;
  private final Band arousal;
  private final double[] felt;
  private final long[] reached;
  private final long[] lived;
  private final long[] slept;
  private final int[] stimuli;
  private final @Nullable Stimulus[] strongest;
  private final Phase[] phase;
  private final int[] turned;
  private final List<Turning> turnings = new ArrayList<>();

  /**
   * An empty curve. It has fewer buckets than asked for if there are fewer ticks.
   *
   * @param fromTick its first tick, 0 or more
   * @param toTick its end, after {@code fromTick}
   * @param buckets at most so many, in [1, {@link #MOST_BUCKETS}]
   */
  public Curve(long fromTick, long toTick, int buckets) {
    from = Bounds.within("first tick of a curve", fromTick, 0, Long.MAX_VALUE - LONGEST);
    to = Bounds.within("end of a curve", toTick, fromTick + 1, fromTick + LONGEST);
    count = (int) Math.min(to - from, Bounds.within("buckets", buckets, 1, MOST_BUCKETS));
    energy = new Band(count);
    stability = new Band(count);
    integrity = new Band(count);
    drive = new Band(count);
    arousal = new Band(count);
    felt = new double[count];
    reached = new long[count];
    lived = new long[count];
    slept = new long[count];
    stimuli = new int[count];
    strongest = new Stimulus[count];
    phase = new Phase[count];
    turned = new int[count];
    Arrays.fill(phase, Phase.INIT);
  }

  /** The first tick. */
  public long from() {
    return from;
  }

  /** The end. */
  public long to() {
    return to;
  }

  /** Takes the next fact of the life, which led from one state to the other. */
  public void add(SelfState before, Fact fact, SelfState after) {
    if (fact instanceof Fact.Lived(long ticks, var end)) {
      if (before instanceof Alive being) {
        pass(being, new Line(being.condition(), being.tick(), end, being.tick() + ticks));
      }
      return;
    }
    var being = living(after);
    if (being != null && being.tick() >= from && being.tick() <= to) {
      happen(fact, being, after.phase());
    }
  }

  private static @Nullable Alive living(SelfState state) {
    return switch (state) {
      case Unborn _ -> null;
      case Alive alive -> alive;
      case Dead dead -> dead.last();
    };
  }

  private void pass(Alive being, Line line) {
    long start = Math.max(from, line.startTick());
    long end = Math.min(to, line.endTick());
    for (int i = start < end ? at(start) : count; i < count && begin(i) < end; i++) {
      long first = Math.max(start, begin(i));
      long last = Math.min(end, begin(i + 1));
      take(i, line.at(first), being.phase());
      take(i, line.at(last), being.phase());
      reached[i] = last;
      lived[i] += last - first;
      slept[i] += being.sleep().asleep() ? last - first : 0;
    }
  }

  private void happen(Fact fact, Alive being, Phase now) {
    int i = at(being.tick());
    take(i, being.condition(), now);
    switch (fact) {
      case Fact.Met met -> meet(i, met.stimulus());
      case Fact.Died(_, var cause) -> turn(i, new Turning(being.tick(), fact.type(), cause));
      case Fact.Born _, Fact.Degraded _, Fact.Recovered _ ->
          turn(i, new Turning(being.tick(), fact.type(), null));
      case Fact.Lived _,
          Fact.Reached _,
          Fact.Resumed _,
          Fact.Settled _,
          Fact.Branched _,
          Fact.FellAsleep _,
          Fact.Woke _,
          Fact.Consolidated _,
          Fact.Recalled _,
          Fact.Echoed _,
          Fact.Observed _,
          Fact.Adapted _,
          Fact.RolledBack _,
          Fact.Marked _ -> {}
    }
  }

  private void take(int i, Condition condition, Phase now) {
    var vitals = condition.vitals();
    energy.take(i, vitals.energy());
    stability.take(i, vitals.stability());
    integrity.take(i, vitals.integrity());
    drive.take(i, Drive.of(vitals));
    arousal.take(i, condition.arousal());
    felt[i] = condition.felt();
    phase[i] = now;
  }

  private void meet(int i, Stimulus stimulus) {
    stimuli[i]++;
    var best = strongest[i];
    if (best == null || stimulus.intensity() > best.intensity()) {
      strongest[i] = stimulus;
    }
  }

  private void turn(int i, Turning turning) {
    turned[i]++;
    if (turnings.size() < MOST_TURNINGS) {
      turnings.add(turning);
    }
  }

  /** Where the bucket begins, counted from 0. */
  private long begin(int i) {
    return from + (to - from) * i / count;
  }

  private int at(long tick) {
    return (int) Math.min(count - 1, ((tick - from + 1) * count - 1) / (to - from));
  }

  /** The buckets in which the life was, in order; without a gap, as the life was without one. */
  public List<Bucket> buckets() {
    var buckets = new ArrayList<Bucket>(count);
    for (int i = 0; i < count; i++) {
      if (phase[i] != Phase.INIT) {
        buckets.add(bucket(i));
      }
    }
    return List.copyOf(buckets);
  }

  private Bucket bucket(int i) {
    return new Bucket(
        begin(i),
        Math.max(begin(i) + 1, reached[i]),
        energy.of(i),
        stability.of(i),
        integrity.of(i),
        drive.of(i),
        arousal.of(i),
        felt[i],
        (double) slept[i] / Math.max(1, lived[i]),
        stimuli[i],
        strongest[i],
        phase[i]);
  }

  /** When the life entered another phase, in order; at most {@link #MOST_TURNINGS}. */
  public List<Turning> turnings() {
    return List.copyOf(turnings);
  }

  /** How many later turnings there were than {@link #turnings} has room for. */
  public long turningsLeftOut() {
    return Arrays.stream(turned).asLongStream().sum() - turnings.size();
  }
}
