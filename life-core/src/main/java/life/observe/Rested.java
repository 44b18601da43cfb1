package life.observe;

import java.util.List;
import java.util.Locale;
import life.being.Fact;
import life.being.SelfState.Alive;
import life.detect.Checkpoint;
import life.mind.SleepCycle;

/**
 * A being sleeps when it needs to: nobody is awake for 30 hours, and who has reached the pressure
 * at which it falls asleep is not awake for an hour more.
 */
final class Rested implements Expectation {
  private static final double LONGEST_AWAKE_SECONDS = 108_000;
  private static final double OVERDUE_SECONDS = 3_600;
  private static final double SECONDS_PER_HOUR = 3_600;

  /** Sleep that is shorter than this interrupts no waking. */
  private static final double REAL_SLEEP_SECONDS = 900;

  /** Decimal digits of the odds when it is first noticed; another one for each hour more. */
  private static final double AT_FIRST = 6;

  private long woke;
  private long wokeSeq = 1;
  private long tired = -1;
  private long tiredSeq = 1;

  @Override
  public void next(Alive before, Fact fact, Alive after, Signs signs) {
    if (fact instanceof Fact.Woke && sleptWell(before)) {
      woke = after.tick();
      wokeSeq = after.seq();
      tired = -1;
    } else if (fact instanceof Fact.Lived && !after.sleep().asleep()) {
      lieAwake(after, signs);
    } else if (after.sleep().asleep() && sleptWell(after)) {
      woke = after.tick();
      wokeSeq = after.seq();
      tired = -1;
    }
  }

  private static boolean sleptWell(Alive being) {
    return being.sleep().asleep()
        && seconds(being, being.tick() - being.sleep().since()) >= REAL_SLEEP_SECONDS;
  }

  private void lieAwake(Alive being, Signs signs) {
    double awake = seconds(being, being.tick() - woke);
    if (!needsSleep(being)) {
      tired = -1;
    } else if (tired < 0) {
      tired = being.tick();
      tiredSeq = being.seq();
    }
    double overdue = tired < 0 ? 0 : seconds(being, being.tick() - tired);
    if (overdue >= OVERDUE_SECONDS || awake >= LONGEST_AWAKE_SECONDS) {
      boolean isOverdue = overdue >= OVERDUE_SECONDS;
      long sinceSeq = isOverdue ? tiredSeq : wokeSeq;
      signs.show(
          SignKind.LOST_SLEEP,
          "",
          new Juncture(sinceSeq, isOverdue ? tired : woke),
          List.of(wokeSeq, sinceSeq, being.seq()),
          AT_FIRST + overdue / SECONDS_PER_HOUR,
          () -> words(being, awake, overdue));
    }
  }

  private static boolean needsSleep(Alive being) {
    double rhythm = SleepCycle.rhythm(being.ageSeconds() / SECONDS_PER_HOUR);
    return being.origin().laws().sleep().fallsAsleep(being.condition().pressure(), rhythm);
  }

  private static String words(Alive being, double awake, double overdue) {
    return String.format(
        Locale.ROOT,
        "it has had no real sleep for %s%s; its sleep pressure is %.2f",
        Words.duration(awake),
        overdue > 0
            ? ", though it has been tired enough to sleep for " + Words.duration(overdue)
            : "",
        being.condition().pressure());
  }

  private static double seconds(Alive being, long ticks) {
    return ticks * being.origin().laws().tickSeconds();
  }

  @Override
  public void keep(Checkpoint checkpoint) {
    woke = checkpoint.whole(woke);
    wokeSeq = checkpoint.whole(wokeSeq);
    tired = checkpoint.whole(tired);
    tiredSeq = checkpoint.whole(tiredSeq);
  }
}
