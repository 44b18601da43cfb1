package life.chronicle;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import life.being.Decider;
import life.being.Fact;
import life.being.Phase;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.being.SelfState.Unborn;
import life.body.Drive;
import life.mind.Condition;
import life.mind.Line;
import org.jspecify.annotations.Nullable;

/** One pixel, by looking at every state that the life ever was in. */
final class BruteForce {
  private final Map<Quantity, float[]> ranges = new EnumMap<>(Quantity.class);
  private final long low;
  private final long high;
  private final boolean isLast;
  private double felt = Double.NaN;
  private long slept;
  private long lived;
  private long seq;
  private int stimuli;
  private @Nullable Strongest strongest;
  private Phase phase = Phase.INIT;

  /**
   * A pixel.
   *
   * @param isLast whether it also holds what happens at its end
   */
  BruteForce(long low, long high, boolean isLast) {
    this.low = low;
    this.high = high;
    this.isLast = isLast;
  }

  /** All states of a life with the facts that led to them. */
  static List<Turn> turns(List<Fact> facts) {
    var turns = new ArrayList<Turn>();
    var state = Decider.UNBORN;
    for (var fact : facts) {
      var after = Decider.evolve(state, fact);
      turns.add(new Turn(state, fact, after));
      state = after;
    }
    return turns;
  }

  record Turn(SelfState before, Fact fact, SelfState after) {}

  BruteForce look(List<Turn> turns) {
    turns.forEach(this::look);
    return this;
  }

  private void look(Turn turn) {
    var after = living(turn.after());
    if (turn.fact() instanceof Fact.Lived(long ticks, var end)
        && turn.before() instanceof Alive being) {
      long begin = being.tick();
      long over = begin + ticks;
      seq = over <= high ? turn.after().seq() : seq;
      long first = Math.max(low, begin);
      long last = Math.min(high, over);
      if (first < last) {
        var line = new Line(being.condition(), begin, end, over);
        take(first == begin ? being.condition() : line.at(first), being.phase());
        take(line.at(last), being.phase());
        range(
            Quantity.RATE,
            (end.felt() - being.condition().felt())
                / (ticks * being.origin().laws().tickSeconds()));
        lived += last - first;
        slept += being.sleep().asleep() ? last - first : 0;
      }
      return;
    }
    boolean isOver = after.tick() < high || (isLast && after.tick() == high);
    seq = isOver ? turn.after().seq() : seq;
    if (isOver && after.tick() >= low) {
      take(after.condition(), turn.after().phase());
      if (turn.fact() instanceof Fact.Met met) {
        stimuli++;
        if (strongest == null || met.stimulus().intensity() > strongest.intensity()) {
          strongest =
              new Strongest(
                  met.stimulus().kind(),
                  met.stimulus().intensity(),
                  turn.after().seq(),
                  after.tick());
        }
      }
    }
  }

  private static Alive living(SelfState state) {
    return switch (state) {
      case Alive alive -> alive;
      case Dead dead -> dead.last();
      case Unborn _ -> throw new IllegalStateException("not born");
    };
  }

  private void take(Condition condition, Phase now) {
    range(Quantity.ENERGY, condition.vitals().energy());
    range(Quantity.STABILITY, condition.vitals().stability());
    range(Quantity.INTEGRITY, condition.vitals().integrity());
    range(Quantity.DRIVE, Drive.of(condition.vitals()));
    range(Quantity.AROUSAL, condition.arousal());
    range(Quantity.PRESSURE, condition.pressure());
    felt = condition.felt();
    phase = now;
  }

  private void range(Quantity quantity, double value) {
    float number = (float) value;
    ranges.merge(
        quantity,
        new float[] {number, number},
        (a, b) -> new float[] {Math.min(a[0], b[0]), Math.max(a[1], b[1])});
  }

  /** The same words for a pixel of a chart. */
  static String words(Chart chart, long[] seqs, int i) {
    var words = new StringBuilder();
    for (var quantity : Quantity.values()) {
      words.append(quantity.word()).append(' ').append(chart.least(i, quantity));
      words.append("..").append(chart.greatest(i, quantity)).append(' ');
    }
    return words
        + said(
            chart.felt(i),
            chart.asleep(i),
            seqs[i],
            chart.stimuli(i),
            chart.strongest(i),
            chart.phase(i));
  }

  String words() {
    var words = new StringBuilder();
    for (var quantity : Quantity.values()) {
      var range = ranges.getOrDefault(quantity, new float[] {Float.NaN, Float.NaN});
      words.append(quantity.word()).append(' ').append(range[0]);
      words.append("..").append(range[1]).append(' ');
    }
    double asleep = lived == 0 ? Double.NaN : (double) slept / lived;
    return words + said(felt, asleep, seq, stimuli, strongest, phase);
  }

  private static String said(
      double felt,
      double asleep,
      long seq,
      int stimuli,
      @Nullable Strongest strongest,
      Phase phase) {
    return "felt %s asleep %s seq %s stimuli %s %s %s"
        .formatted(felt, asleep, seq, stimuli, strongest, phase);
  }
}
