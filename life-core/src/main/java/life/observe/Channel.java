package life.observe;

import java.util.List;
import java.util.Locale;
import life.detect.Checkpoint;
import life.detect.Surprise;
import life.detect.Surprise.Context;
import life.detect.Surprise.Of;
import life.detect.Tail;

/**
 * One number of a being, looked at again and again: shows what stands out among all that was seen
 * of it until then ({@link Surprise}) so far that chance would hardly bring it ({@link Tail}). A
 * move that is mostly what stimuli did at once is no surprise, since it is known where it came
 * from.
 */
final class Channel {
  /** Looks over which it is known what stimuli did: twice the longest span of {@link Surprise}. */
  private static final int KNOWN = 162;

  /** Three days of looks: what is new to a newborn says nothing about what is rare later. */
  private static final int SETTLING = 432;

  /** Share of a move from which on stimuli explain it. */
  private static final double MOSTLY = 0.5;

  private final String name;
  private final String format;
  private final double digits;
  private final Surprise surprise = new Surprise();
  private final Tail tail;
  private double[] known = new double[KNOWN];
  private int looks;
  private long seen;

  /**
   * A number of which nothing was seen yet.
   *
   * @param format of its values
   * @param rate at which a look may show a sign by chance
   */
  Channel(String name, String format, double rate) {
    this.name = name;
    this.format = format;
    this.digits = -StrictMath.log10(rate);
    this.tail = new Tail(rate);
  }

  /**
   * Looks at it.
   *
   * @param value what it is now
   * @param struck by how much stimuli have moved it at once since the last look
   */
  void look(double value, double struck, Juncture last, Juncture here, Signs signs) {
    known[looks % KNOWN] = struck;
    looks = (looks + 1) % KNOWN;
    double score = surprise.next(value);
    if (++seen <= SETTLING) {
      return;
    }
    double threshold = tail.threshold();
    var context = surprise.last();
    if (tail.passes(score) && context != null && !isKnown(context)) {
      signs.show(
          SignKind.SURPRISE,
          name,
          last,
          List.of(last.seq(), here.seq()),
          digits * score / threshold,
          () -> words(context));
    }
  }

  private boolean isKnown(Context context) {
    double moved = context.of() == Of.CHANGE ? context.value() : context.value() - context.before();
    double struck = 0;
    for (int i = 1; i <= Math.min(KNOWN, 2 * context.span()); i++) {
      struck += known[(looks + KNOWN - i) % KNOWN];
    }
    return struck * Math.signum(moved) >= MOSTLY * Math.abs(moved);
  }

  private String words(Context context) {
    var span = Words.duration(context.span() * UsualCourse.SECONDS_PER_LOOK);
    var what =
        switch (context.of()) {
          case LEVEL -> "its %s is %s over %s, after %s in the span before";
          case CHANGE -> "its %s moves by %s within %s, from %s";
        };
    return what.formatted(name, number(context.value()), span, number(context.before()))
        + (context.seen() <= 0 ? ": never seen" : ": seen " + context.seen() + " times")
        + String.format(Locale.ROOT, " in %,d such moments of its life", context.moments());
  }

  private String number(double value) {
    return String.format(Locale.ROOT, format, value);
  }

  void keep(Checkpoint checkpoint) {
    surprise.keep(checkpoint);
    tail.keep(checkpoint);
    known = checkpoint.numbers(known);
    looks = Math.floorMod(checkpoint.count(looks), KNOWN);
    seen = checkpoint.whole(seen);
    if (known.length != KNOWN) {
      throw new IllegalArgumentException("no channel: " + known.length + " looks");
    }
  }
}
