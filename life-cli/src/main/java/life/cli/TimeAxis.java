package life.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A life's time along a picture.
 *
 * @param from first tick
 * @param to end tick, after {@code from}
 * @param left where it begins
 * @param width how far it goes
 */
record TimeAxis(long from, long to, double tickSeconds, int left, int width) {
  private static final long MINUTE = 60;
  private static final long HOUR = 3_600;
  private static final long DAY = 86_400;

  /** Steps that a person counts in, in seconds; above a day and below a second by tens. */
  private static final double[] STEPS = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, DAY
  };

  private static final int LEAST_LETTERS = 12;
  private static final double BIT_MORE = 1.01;
  private static final int[] DIGITS = {1, 2, 5};

  /** A place on the axis with its age. */
  record Mark(double x, String label) {}

  static TimeAxis of(Series series, int left, int width) {
    return new TimeAxis(series.from(), series.to(), series.tickSeconds(), left, width);
  }

  double x(long tick) {
    return left + (double) (Math.clamp(tick, from, to) - from) / (to - from) * width;
  }

  int right() {
    return left + width;
  }

  /**
   * Round ages, a tick or more from each other, and so far apart that their labels are apart as
   * well.
   *
   * @param letter the width of a letter
   */
  List<Mark> marks(double letter) {
    double least = LEAST_LETTERS * letter;
    while (true) {
      double step = step(Math.max(tickSeconds, (to - from) * tickSeconds * least / width));
      var marks = every(step);
      int longest = marks.stream().mapToInt(m -> m.label().length()).max().orElse(0);
      double room = step / tickSeconds / (to - from) * width;
      if (marks.size() < 2 || (longest + 2) * letter <= room) {
        return marks;
      }
      least = room * BIT_MORE;
    }
  }

  private List<Mark> every(double step) {
    var marks = new ArrayList<Mark>();
    double end = to * tickSeconds;
    for (long i = (long) Math.ceil(from * tickSeconds / step); i * step <= end; i++) {
      double share = (i * step / tickSeconds - from) / (to - from);
      var label = i == 0 ? "birth" : exactly(i * step);
      marks.add(new Mark(left + share * width, label));
    }
    return marks;
  }

  private static double step(double least) {
    if (least > DAY || least < 1) {
      double unit = least > DAY ? DAY : 0.001;
      for (double ten = unit; ; ten *= 10) {
        for (int digit : DIGITS) {
          if (digit * ten >= least) {
            return digit * ten;
          }
        }
      }
    }
    for (double step : STEPS) {
      if (step >= least) {
        return step;
      }
    }
    return DAY;
  }

  /** A span in its two largest parts: {@code 2d 3h}. */
  static String words(double seconds) {
    return words(seconds, 2);
  }

  /** A span in all its parts: {@code 2d 3h 20m 1s}. */
  static String exactly(double seconds) {
    return words(seconds, Integer.MAX_VALUE);
  }

  private static String words(double seconds, int parts) {
    long whole = (long) seconds;
    if (seconds < MINUTE && whole != seconds) {
      return decimal(seconds) + "s";
    }
    long[] amounts = {whole / DAY, whole % DAY / HOUR, whole % HOUR / MINUTE, whole % MINUTE};
    var words = new StringBuilder();
    int said = 0;
    for (int i = 0; i < amounts.length && said < parts; i++) {
      if (amounts[i] > 0) {
        words.append(words.isEmpty() ? "" : " ").append(amounts[i]).append("dhms".charAt(i));
      }
      said += words.isEmpty() ? 0 : 1;
    }
    return words.isEmpty() ? "0s" : words.toString();
  }

  private static String decimal(double seconds) {
    var text = String.format(Locale.ROOT, "%.3f", seconds);
    return text.replaceFirst("\\.?0+$", "");
  }
}
