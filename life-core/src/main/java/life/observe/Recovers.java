package life.observe;

import java.util.List;
import java.util.Locale;
import life.being.Fact;
import life.being.Phase;
import life.being.SelfState.Alive;
import life.body.Vital;
import life.detect.Checkpoint;

/**
 * A being that is degrading recovers: within an hour of its weakest vital being back well above the
 * level at which it recovered before, and within ten days if help comes often enough.
 */
final class Recovers implements Expectation {
  private static final double LONGEST_SECONDS = 864_000;
  private static final double STRONG_SECONDS = 3_600;

  /** Share of a vital's range at which a being of which nothing is known recovers at the latest. */
  private static final double USUAL_LEVEL = 0.4;

  private static final double WELL_ABOVE = 0.1;

  /** Stimuli a day that relieved it, from which on help counts as enough. */
  private static final double ENOUGH_HELP = 10;

  private static final double SECONDS_PER_DAY = 86_400;

  private static final double AT_FIRST = 6;

  private Juncture since = new Juncture(1, 0);
  private Juncture strongSince = new Juncture(1, 0);
  private boolean isStrong;
  private double level = USUAL_LEVEL;
  private long help;
  private long lastHelp = 1;

  @Override
  public void next(Alive before, Fact fact, Alive after, Signs signs) {
    var here = new Juncture(after.seq(), after.tick());
    double weakest = weakest(after);
    if (fact instanceof Fact.Degraded) {
      since = here;
      help = 0;
      lastHelp = after.seq();
      isStrong = false;
    } else if (fact instanceof Fact.Recovered) {
      level = Math.max(level, weakest);
    }
    if (after.phase() != Phase.DEGRADING) {
      return;
    }
    if (fact instanceof Fact.Met met && met.meaning().relief() > 0) {
      help++;
      lastHelp = after.seq();
    }
    if (weakest <= level + WELL_ABOVE) {
      isStrong = false;
    } else if (!isStrong) {
      isStrong = true;
      strongSince = here;
    }
    look(here, weakest, after, signs);
  }

  private void look(Juncture here, double weakest, Alive after, Signs signs) {
    double tickSeconds = after.origin().laws().tickSeconds();
    double degrading = (here.tick() - since.tick()) * tickSeconds;
    double strong = isStrong ? (here.tick() - strongSince.tick()) * tickSeconds : 0;
    if (strong >= STRONG_SECONDS) {
      signs.show(
          SignKind.NO_RECOVERY,
          "",
          strongSince,
          List.of(since.seq(), strongSince.seq(), here.seq()),
          AT_FIRST + strong / STRONG_SECONDS,
          () ->
              String.format(
                  Locale.ROOT,
                  "it has not recovered, though its weakest vital is back at %.0f %% and it always recovered by %.0f %%",
                  100 * weakest,
                  100 * level));
    } else if (degrading >= LONGEST_SECONDS && help >= ENOUGH_HELP * degrading / SECONDS_PER_DAY) {
      signs.show(
          SignKind.NO_RECOVERY,
          "",
          since,
          List.of(since.seq(), lastHelp, here.seq()),
          AT_FIRST,
          () ->
              "it has been degrading for "
                  + Words.duration(degrading)
                  + " and does not recover, though "
                  + help
                  + " things did it good");
    }
  }

  private static double weakest(Alive being) {
    double weakest = 1;
    for (var vital : Vital.values()) {
      weakest = Math.min(weakest, being.condition().vitals().of(vital) / vital.full());
    }
    return weakest;
  }

  @Override
  public void keep(Checkpoint checkpoint) {
    since = since.keep(checkpoint);
    strongSince = strongSince.keep(checkpoint);
    isStrong = checkpoint.flag(isStrong);
    level = checkpoint.number(level);
    help = checkpoint.whole(help);
    lastHelp = checkpoint.whole(lastHelp);
  }
}
