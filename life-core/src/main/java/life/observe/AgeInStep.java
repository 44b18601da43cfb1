package life.observe;

import java.util.List;
import java.util.Locale;
import life.being.Fact;
import life.being.SelfState.Alive;
import life.detect.Checkpoint;
import life.mind.Pacemaker;
import life.mind.SubjectiveClock;

/**
 * Subjective age keeps in step with the inner clock that the being was born with ({@link
 * SubjectiveClock}, {@link Pacemaker}): what was felt over the last hours is what the clock makes
 * of them.
 */
final class AgeInStep implements Expectation {
  /** Over how much physical time the two are compared; what is older counts less and less. */
  private static final double MEMORY_SECONDS = 7_200;

  private static final double LEAST_SECONDS = 3_600;

  /** What may be off, as a share. */
  private static final double TOLERANCE = 0.03;

  /** Digits of the odds for each tolerance that it is off. */
  private static final double DIGITS = 4;

  private double felt;
  private double expected;
  private double seconds;
  private long since = -1;
  private long sinceSeq = 1;

  @Override
  public void next(Alive before, Fact fact, Alive after, Signs signs) {
    if (!(fact instanceof Fact.Lived(long ticks, _))) {
      return;
    }
    double passed = ticks * after.origin().laws().tickSeconds();
    double kept = StrictMath.exp(-passed / MEMORY_SECONDS);
    felt = felt * kept + after.condition().felt() - before.condition().felt();
    expected = expected * kept + expected(before, ticks, after);
    seconds = seconds * kept + passed;
    double off = expected > 0 ? felt / expected - 1 : 0;
    if (Math.abs(off) <= TOLERANCE) {
      since = -1;
      return;
    }
    if (since < 0) {
      since = before.tick();
      sinceSeq = after.seq();
    }
    if (seconds >= LEAST_SECONDS) {
      signs.show(
          SignKind.AGE_OUT_OF_STEP,
          "",
          new Juncture(sinceSeq, since),
          List.of(sinceSeq, after.seq()),
          DIGITS * Math.abs(off) / TOLERANCE,
          () ->
              String.format(
                  Locale.ROOT,
                  "it felt %.0f %% %s time in the last hours than its inner clock allows",
                  100 * Math.abs(off),
                  off > 0 ? "more" : "less"));
    }
  }

  /** What the clock makes of a span: the pace of each epoch, with arousal fading on the way. */
  private static double expected(Alive before, long ticks, Alive after) {
    var laws = after.origin().laws();
    long end = before.tick() + ticks;
    double sum = 0;
    for (long from = before.tick(); from < end; ) {
      long to = Math.min(end, (from / Pacemaker.EPOCH_TICKS + 1) * Pacemaker.EPOCH_TICKS);
      double pace = Pacemaker.pace(after.origin().seed(), from, laws.clockNoise());
      double middle = ((from + to + 1) * 0.5 - before.tick()) / ticks;
      double energy =
          before.condition().vitals().energy() * (1 - middle)
              + after.condition().vitals().energy() * middle;
      double rate =
          SubjectiveClock.rate(
              arousal(before, from - before.tick(), to - before.tick(), ticks, after),
              energy,
              laws.arousalGain(),
              before.sleep().asleep() ? pace * SubjectiveClock.ASLEEP : pace);
      sum += rate * (to - from) * laws.tickSeconds();
      from = to;
    }
    return sum;
  }

  /** Mean arousal after each tick of a part of a span, as it fades from tick to tick. */
  private static double arousal(Alive before, long from, long to, long ticks, Alive after) {
    double first = before.condition().arousal();
    double last = after.condition().arousal();
    if (first <= 0) {
      return 0;
    }
    double halfLife =
        after.origin().laws().arousalHalfLifeSeconds() / after.origin().laws().tickSeconds();
    double fading = last > 0 ? StrictMath.log(first / last) / ticks : StrictMath.log(2) / halfLife;
    if (fading <= 0) {
      return first;
    }
    double kept = StrictMath.exp(-fading);
    double sum =
        StrictMath.exp(-fading * (from + 1))
            * (1 - StrictMath.exp(-fading * (to - from)))
            / (1 - kept);
    return first * sum / (to - from);
  }

  @Override
  public void keep(Checkpoint checkpoint) {
    felt = checkpoint.number(felt);
    expected = checkpoint.number(expected);
    seconds = checkpoint.number(seconds);
    since = checkpoint.whole(since);
    sinceSeq = checkpoint.whole(sinceSeq);
  }
}
