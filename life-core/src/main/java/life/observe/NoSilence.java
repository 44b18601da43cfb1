package life.observe;

import java.util.List;
import java.util.Locale;
import life.being.Fact;
import life.being.SelfState.Alive;
import life.detect.Checkpoint;
import life.world.StimulusKind;

/**
 * Something comes now and then. How often, a being has learned: that nothing comes for so long that
 * the odds are one in ten thousand million is unusual (the gaps of a Poisson process).
 */
final class NoSilence implements Expectation {
  private static final double SECONDS_PER_HOUR = 3_600;
  private static final double DIGITS = 10;

  /** Hours of which the rate is the mean: what is older counts less and less. */
  private static final double MEMORY_HOURS = 96;

  private static final double KNOWN_HOURS = 12;
  private static final double LOG_10 = StrictMath.log(10);

  private double count;
  private double hours;
  private Juncture last = new Juncture(1, 0);

  @Override
  public void next(Alive before, Fact fact, Alive after, Signs signs) {
    switch (fact) {
      case Fact.Lived(long ticks, _) -> lived(ticks, after, signs);
      case Fact.Met(_, var stimulus, _, _) when !stimulus.kind().equals(StimulusKind.SILENCE) -> {
        count++;
        last = new Juncture(after.seq(), after.tick());
      }
      case Fact.Settled _, Fact.Branched _, Fact.Born _ -> {
        count = 0;
        hours = 0;
        last = new Juncture(after.seq(), after.tick());
      }
      case Fact.Reached _,
          Fact.Resumed _,
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

  private void lived(long ticks, Alive after, Signs signs) {
    double lasted = ticks * after.origin().laws().tickSeconds() / SECONDS_PER_HOUR;
    double silent =
        (after.tick() - last.tick()) * after.origin().laws().tickSeconds() / SECONDS_PER_HOUR;
    double rate = hours > KNOWN_HOURS ? count / hours : 0;
    double digits = rate * silent / LOG_10;
    double kept = StrictMath.exp(-lasted / MEMORY_HOURS);
    count *= kept;
    hours = hours * kept + lasted;
    if (digits < DIGITS) {
      return;
    }
    signs.show(
        SignKind.SILENCE,
        "",
        last,
        List.of(last.seq(), after.seq()),
        digits,
        () ->
            String.format(
                Locale.ROOT,
                "nothing has come for %s, where %.1f things an hour are usual",
                Words.duration(silent * SECONDS_PER_HOUR),
                rate));
  }

  @Override
  public void keep(Checkpoint checkpoint) {
    count = checkpoint.number(count);
    hours = checkpoint.number(hours);
    last = last.keep(checkpoint);
  }
}
