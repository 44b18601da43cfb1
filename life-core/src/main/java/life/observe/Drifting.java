package life.observe;

import java.util.List;
import life.detect.Checkpoint;
import life.detect.SlowDrift;

/** A number that is about the same every day: shows that it has drifted away over days. */
final class Drifting {
  /** So a day's rhythm cancels out. */
  private static final int LOOKS_PER_DAY = 144;

  /** Digits of the odds of a drift: it is seen in one of some 5,000 days without any. */
  private static final double DIGITS = 3.7;

  private final String subject;
  private final String risen;
  private final String fallen;
  private SlowDrift drift = new SlowDrift(LOOKS_PER_DAY);
  private Juncture steady = new Juncture(1, 0);

  /**
   * A number of which nothing was seen yet.
   *
   * @param subject what it is about
   * @param risen what to say when it has drifted up
   * @param fallen what to say when it has drifted down
   */
  Drifting(String subject, String risen, String fallen) {
    this.subject = subject;
    this.risen = risen;
    this.fallen = fallen;
  }

  void look(double value, Juncture here, Signs signs) {
    switch (drift.next(value)) {
      case NONE -> steady = drift.isSteady() ? here : steady;
      case UP -> show(risen, here, signs);
      case DOWN -> show(fallen, here, signs);
    }
  }

  private void show(String words, Juncture here, Signs signs) {
    signs.show(
        SignKind.DRIFT, subject, steady, List.of(steady.seq(), here.seq()), DIGITS, () -> words);
  }

  /** Begins anew: what was usual counts no more. */
  void forget(Juncture here) {
    drift = new SlowDrift(LOOKS_PER_DAY);
    steady = here;
  }

  void keep(Checkpoint checkpoint) {
    drift.keep(checkpoint);
    steady = steady.keep(checkpoint);
  }
}
