package life.chronicle;

import java.util.Arrays;
import life.being.Phase;
import life.body.Drive;
import life.mind.Condition;
import life.mind.Line;
import org.jspecify.annotations.Nullable;

/** What a life came to, cell by cell, while it is told in the order of its facts. */
final class Tracks {
  private final int count;
  private final float[] least;
  private final float[] greatest;
  private final float[] values = new float[Quantity.COUNT];
  private final double[] felt;
  private final long[] slept;
  private final long[] lived;
  private final long[] seq;
  private final int[] stimuli;
  private final @Nullable Strongest[] strongest;
  private final Phase[] phase;

  /** Empty cells. */
  Tracks(int cells) {
    count = cells;
    least = new float[cells * Quantity.COUNT];
    greatest = new float[cells * Quantity.COUNT];
    felt = new double[cells];
    slept = new long[cells];
    lived = new long[cells];
    seq = new long[cells];
    stimuli = new int[cells];
    strongest = new Strongest[cells];
    phase = new Phase[cells];
    Arrays.fill(least, Float.NaN);
    Arrays.fill(greatest, Float.NaN);
    Arrays.fill(felt, Double.NaN);
    Arrays.fill(phase, Phase.INIT);
  }

  /** A whole fact lies in a cell. */
  void take(int i, Pulse before, Beat beat, long number) {
    var after = beat.after();
    if (after.tick() > before.tick()) {
      pass(i, before, after, before.tick(), after.tick());
    } else {
      state(i, after.condition(), after.drive(), after.phase());
      var met = beat.met();
      if (met != null) {
        stimuli[i]++;
        keep(i, new Strongest(met.kind(), met.intensity(), number, after.tick()));
      }
    }
    seq[i] = number;
  }

  /** A part of a span of time lies in a cell. */
  void pass(int i, Pulse before, Pulse after, long first, long last) {
    var line = new Line(before.condition(), before.tick(), after.condition(), after.tick());
    at(i, before, after, line, first);
    at(i, before, after, line, last);
    rate(i, before, after);
    lived[i] += last - first;
    slept[i] += before.asleep() ? last - first : 0;
  }

  private void at(int i, Pulse before, Pulse after, Line line, long tick) {
    if (tick == before.tick()) {
      state(i, before.condition(), before.drive(), before.phase());
    } else if (tick == after.tick()) {
      state(i, after.condition(), after.drive(), before.phase());
    } else {
      var condition = line.at(tick);
      state(i, condition, Drive.of(condition.vitals()), before.phase());
    }
  }

  private void state(int i, Condition condition, double drive, Phase now) {
    Quantity.put(condition, drive, values);
    int base = i * Quantity.COUNT;
    for (int q = 0; q < Quantity.RATE.place(); q++) {
      widen(base + q, values[q], values[q]);
    }
    felt[i] = condition.felt();
    phase[i] = now;
  }

  private void rate(int i, Pulse before, Pulse after) {
    double seconds = (after.tick() - before.tick()) * before.tickSeconds();
    float rate = (float) ((after.condition().felt() - before.condition().felt()) / seconds);
    widen(i * Quantity.COUNT + Quantity.RATE.place(), rate, rate);
  }

  /** A NaN is no value: it changes nothing, and gives way to any. */
  private void widen(int at, float low, float high) {
    if (!(least[at] <= low)) {
      least[at] = Float.isNaN(low) ? least[at] : low;
    }
    if (!(greatest[at] >= high)) {
      greatest[at] = Float.isNaN(high) ? greatest[at] : high;
    }
  }

  /** A run of facts lies in a cell. */
  void add(int i, Node node) {
    int base = i * Quantity.COUNT;
    for (var quantity : Quantity.values()) {
      widen(
          base + quantity.place(),
          node.extremes().least(quantity),
          node.extremes().greatest(quantity));
    }
    felt[i] = node.felt();
    phase[i] = node.phase();
    lived[i] += node.lived();
    slept[i] += node.slept();
    seq[i] = node.lastSeq();
    stimuli[i] += node.stimuli();
    if (node.strongest() != null) {
      keep(i, node.strongest());
    }
  }

  private void keep(int i, Strongest one) {
    var best = strongest[i];
    if (best == null || one.intensity() > best.intensity()) {
      strongest[i] = one;
    }
  }

  /** That fact was over in a cell. */
  void over(int i, long number) {
    seq[i] = number;
  }

  /** A run of facts that took one cell. */
  Node node(long firstTick, long lastTick, long lastSeq) {
    return new Node(
        firstTick,
        lastTick,
        lastSeq,
        new Extremes(Arrays.copyOf(least, Quantity.COUNT), Arrays.copyOf(greatest, Quantity.COUNT)),
        felt[0],
        slept[0],
        stimuli[0],
        strongest[0],
        phase[0]);
  }

  int count() {
    return count;
  }

  float least(int i, Quantity quantity) {
    return least[i * Quantity.COUNT + quantity.place()];
  }

  float greatest(int i, Quantity quantity) {
    return greatest[i * Quantity.COUNT + quantity.place()];
  }

  double felt(int i) {
    return felt[i];
  }

  /** NaN where no time was lived. */
  double asleep(int i) {
    return lived[i] == 0 ? Double.NaN : (double) slept[i] / lived[i];
  }

  /** The last fact that was over in it; 0 if none was. */
  long seq(int i) {
    return seq[i];
  }

  int stimuli(int i) {
    return stimuli[i];
  }

  @Nullable Strongest strongest(int i) {
    return strongest[i];
  }

  /** At its end; INIT where there is nothing. */
  Phase phase(int i) {
    return phase[i];
  }
}
