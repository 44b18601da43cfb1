package life.observe;

import java.util.List;
import life.being.Fact;
import life.being.SelfState.Alive;
import life.detect.Checkpoint;

/** A being is not woken again and again: not far more often in a night, or in a day, than usual. */
final class SoundSleep implements Expectation {
  private static final double SECONDS_PER_HOUR = 3_600;
  private static final double LONGEST_HOURS = 24;
  private static final double[] WINDOWS_HOURS = {8, LONGEST_HOURS};
  private static final double DIGITS = 4.5;

  /** Before anything is known of this being, it wakes so often in an hour, for so many hours. */
  private static final double PRIOR_RATE = 0.1;

  private static final double PRIOR_HOURS = 96;

  private final Occurrences wakings = new Occurrences();

  @Override
  public void next(Alive before, Fact fact, Alive after, Signs signs) {
    if (!(fact instanceof Fact.Woke)) {
      return;
    }
    double tickSeconds = after.origin().laws().tickSeconds();
    double hours = after.ageSeconds() / SECONDS_PER_HOUR;
    double usual = (PRIOR_RATE * PRIOR_HOURS + wakings.count()) / (PRIOR_HOURS + hours);
    wakings.add(
        new Juncture(after.seq(), after.tick()),
        after.tick() - (long) (LONGEST_HOURS * SECONDS_PER_HOUR / tickSeconds));
    for (double window : WINDOWS_HOURS) {
      long from = after.tick() - (long) (window * SECONDS_PER_HOUR / tickSeconds);
      int times = wakings.countSince(from);
      double digits = Occurrences.digits(times, usual * window);
      if (digits >= DIGITS) {
        show(wakings.since(from), digits, after, signs);
      }
    }
  }

  private static void show(List<Juncture> woken, double digits, Alive after, Signs signs) {
    var first = woken.getFirst();
    double seconds = (after.tick() - first.tick()) * after.origin().laws().tickSeconds();
    signs.show(
        SignKind.LOST_SLEEP,
        "wakings",
        first,
        woken.stream().map(Juncture::seq).toList(),
        digits,
        () ->
            "it sleeps badly: it was awake again "
                + woken.size()
                + " times within "
                + Words.duration(seconds));
  }

  @Override
  public void keep(Checkpoint checkpoint) {
    wakings.keep(checkpoint);
  }
}
