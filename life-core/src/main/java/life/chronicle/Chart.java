package life.chronicle;

import life.being.Phase;
import life.body.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * The course of a life in a window, pixel by pixel: of each quantity the least and the greatest.
 *
 * <p>Pixel i covers the ticks from {@link #begin}(i) up to and without {@code begin(i + 1)}; the
 * last one also holds what happened at the very end of the window. Over a span of quiet time the
 * condition is taken to move in a straight line, and a pixel holds the values at both of its ends.
 * There is nothing in pixels after the last fact of the life.
 */
public final class Chart {
  /** Most pixels of a chart. */
  public static final int MOST_PIXELS = 4_000;

  /** No sum of two of them is too large. */
  private static final long LAST_TICK = 1L << 61;

  private final long from;
  private final long to;
  private final Tracks tracks;

  /** The last fact that was over before the window; the array is of one element. */
  private final long[] before = new long[1];

  /** Where a run of facts lies. */
  enum Place {
    BEFORE,
    WITHIN_A_PIXEL,
    ACROSS_AN_EDGE,
    AFTER
  }

  /**
   * An empty chart. It has fewer pixels than asked for if there are fewer ticks.
   *
   * @param from its first tick, 0 or more
   * @param to its end, after {@code from}
   * @param pixels at most so many, in [1, {@link #MOST_PIXELS}]
   */
  Chart(long from, long to, int pixels) {
    this.from = Bounds.within("first tick of a chart", from, 0, LAST_TICK);
    this.to = Bounds.within("end of a chart", to, from + 1, LAST_TICK);
    Bounds.within("pixels", pixels, 1, MOST_PIXELS);
    this.tracks = new Tracks((int) Math.min(to - from, pixels));
  }

  /**
   * What a pyramid tells of a window: exact, as if all facts had been looked at.
   *
   * @param from its first tick, 0 or more
   * @param to its end, after {@code from}
   * @param pixels at most so many, in [1, {@link #MOST_PIXELS}]
   */
  public static Chart of(Pyramid pyramid, long from, long to, int pixels) {
    var chart = new Chart(from, to, pixels);
    new Descent(pyramid, chart).go();
    return chart;
  }

  /** The first tick. */
  public long from() {
    return from;
  }

  /** The end. */
  public long to() {
    return to;
  }

  /** How many there are. */
  public int pixels() {
    return tracks.count();
  }

  /** Where a pixel begins; with the number of pixels, the end of the window. */
  public long begin(int pixel) {
    long span = to - from;
    int count = tracks.count();
    return from + span / count * pixel + span % count * pixel / count;
  }

  /** The pixel that holds a tick of the window. */
  private int at(long tick) {
    int last = tracks.count() - 1;
    int i = (int) Math.min(last, (double) (tick - from) / (to - from) * (last + 1));
    while (i > 0 && begin(i) > tick) {
      i--;
    }
    while (i < last && begin(i + 1) <= tick) {
      i++;
    }
    return i;
  }

  Place place(Node node) {
    if (node.lastTick() < from) {
      return Place.BEFORE;
    }
    if (node.firstTick() > to) {
      return Place.AFTER;
    }
    if (node.firstTick() < from || node.lastTick() > to) {
      return Place.ACROSS_AN_EDGE;
    }
    int i = at(node.firstTick());
    return i == tracks.count() - 1 || node.lastTick() < begin(i + 1)
        ? Place.WITHIN_A_PIXEL
        : Place.ACROSS_AN_EDGE;
  }

  /** All of it was over before the window. */
  void pass(Node node) {
    before[0] = node.lastSeq();
  }

  /** Takes a run of facts that lies within a pixel. */
  void add(Node node) {
    tracks.add(at(node.firstTick()), node);
  }

  /** Takes facts wherever they lie. */
  void add(Leaf leaf) {
    var was = leaf.start();
    long seq = leaf.before();
    for (var beat : leaf.beats()) {
      seq++;
      if (beat.after().tick() > was.tick()) {
        pass(was, beat.after(), seq);
      } else {
        happen(was, beat, seq);
      }
      was = beat.after();
    }
  }

  private void pass(Pulse was, Pulse after, long seq) {
    long start = Math.max(from, was.tick());
    long end = Math.min(to, after.tick());
    int count = tracks.count();
    for (int i = start < end ? at(start) : count; i < count && begin(i) < end; i++) {
      tracks.pass(i, was, after, Math.max(start, begin(i)), Math.min(end, begin(i + 1)));
    }
    if (after.tick() <= from) {
      before[0] = seq;
    } else if (after.tick() <= to) {
      tracks.over(at(after.tick() - 1), seq);
    }
  }

  private void happen(Pulse was, Beat beat, long seq) {
    long tick = was.tick();
    if (tick < from) {
      before[0] = seq;
    } else if (tick <= to) {
      tracks.take(at(tick), was, beat, seq);
    }
  }

  /** The least that a quantity was in a pixel; NaN if there is nothing. */
  public float least(int pixel, Quantity quantity) {
    return tracks.least(pixel, quantity);
  }

  /** The greatest that a quantity was in a pixel; NaN if there is nothing. */
  public float greatest(int pixel, Quantity quantity) {
    return tracks.greatest(pixel, quantity);
  }

  /** The subjective age at the end of a pixel, in felt seconds; NaN if there is nothing. */
  public double felt(int pixel) {
    return tracks.felt(pixel);
  }

  /** The share of the lived ticks in a pixel that was slept; NaN if none was lived. */
  public double asleep(int pixel) {
    return tracks.asleep(pixel);
  }

  /** Of each pixel the last fact that was over at its end; 0 before birth. */
  public long[] seqs() {
    long[] seqs = new long[tracks.count()];
    long last = before[0];
    for (int i = 0; i < seqs.length; i++) {
      last = Math.max(last, tracks.seq(i));
      seqs[i] = last;
    }
    return seqs;
  }

  /** How many stimuli were met in a pixel. */
  public int stimuli(int pixel) {
    return tracks.stimuli(pixel);
  }

  /** The strongest of them; null if there was none. */
  public @Nullable Strongest strongest(int pixel) {
    return tracks.strongest(pixel);
  }

  /** Where the life stood at the end of a pixel; INIT if there is nothing. */
  public Phase phase(int pixel) {
    return tracks.phase(pixel);
  }
}
