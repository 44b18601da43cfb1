package life.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import life.being.Fact;
import life.being.SelfState.Alive;
import life.detect.Checkpoint;
import life.mind.SleepCycle;

/**
 * A being falls asleep and wakes by itself at about the same pressure, once its daily rhythm is
 * taken out (the two processes of the {@link SleepCycle}).
 */
final class SteadySleep implements Expectation {
  private static final double SECONDS_PER_HOUR = 3_600;

  /** After so many times it is known. */
  private static final long KNOWN = 3;

  /** What it may be off, of a pressure from 0 to 1. */
  private static final double TOLERANCE = 0.04;

  private static final double DIGITS = 4;

  private final Threshold falling = new Threshold("falls asleep");
  private final Threshold waking = new Threshold("wakes by itself");

  @Override
  public void next(Alive before, Fact fact, Alive after, Signs signs) {
    switch (fact) {
      case Fact.FellAsleep _ when !before.sleep().roused() -> falling.take(after, signs);
      case Fact.Woke(_, boolean roused) when !roused -> waking.take(after, signs);
      case Fact.Branched _ -> {
        falling.forget();
        waking.forget();
      }
      case Fact.Born _,
          Fact.Lived _,
          Fact.Reached _,
          Fact.Resumed _,
          Fact.Settled _,
          Fact.Met _,
          Fact.FellAsleep _,
          Fact.Woke _,
          Fact.Consolidated _,
          Fact.Recalled _,
          Fact.Echoed _,
          Fact.Observed _,
          Fact.Adapted _,
          Fact.RolledBack _,
          Fact.Degraded _,
          Fact.Recovered _,
          Fact.Died _,
          Fact.Marked _ -> {}
    }
  }

  @Override
  public void keep(Checkpoint checkpoint) {
    falling.keep(checkpoint);
    waking.keep(checkpoint);
  }

  /** The pressure at which it does something. */
  private static final class Threshold {
    private final String does;
    private final List<Long> off = new ArrayList<>();
    private double usual;
    private long times;

    Threshold(String does) {
      this.does = does;
    }

    void take(Alive after, Signs signs) {
      double rhythm = SleepCycle.rhythm(after.ageSeconds() / SECONDS_PER_HOUR);
      double pressure =
          after.condition().pressure() - after.origin().laws().sleep().swing() * rhythm;
      double distance = pressure - usual;
      if (times < KNOWN || Math.abs(distance) <= TOLERANCE) {
        times++;
        usual += distance / times;
        off.clear();
        return;
      }
      off.add(after.seq());
      double expected = usual;
      signs.show(
          SignKind.CHANGED_RATE,
          does,
          new Juncture(after.seq(), after.tick()),
          List.copyOf(off),
          DIGITS * Math.abs(distance) / TOLERANCE,
          () ->
              String.format(
                  Locale.ROOT,
                  "it %s at a sleep pressure of %.2f where it always did at %.2f",
                  does,
                  pressure,
                  expected));
      if (off.size() >= Sign.MOST_EVIDENCE) {
        times = 0;
        usual = 0;
        off.clear();
      }
    }

    void forget() {
      times = 0;
      usual = 0;
      off.clear();
    }

    void keep(Checkpoint checkpoint) {
      usual = checkpoint.number(usual);
      times = checkpoint.whole(times);
      int count = checkpoint.size(off.size());
      for (int i = 0; i < count; i++) {
        if (checkpoint.isReading()) {
          off.add(0L);
        }
        off.set(i, checkpoint.whole(off.get(i)));
      }
    }
  }
}
