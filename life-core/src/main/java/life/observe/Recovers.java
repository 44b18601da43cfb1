package life.observe;

import java.util.List;
import life.being.Fact;
import life.being.Phase;
import life.being.SelfState.Alive;
import life.detect.Checkpoint;

/** A being that is degrading and gets help recovers: within two days, if help came often enough. */
final class Recovers implements Expectation {
  private static final double LONGEST_SECONDS = 172_800;

  /** Stimuli that relieved it, from which on help counts as enough. */
  private static final long ENOUGH_HELP = 24;

  private static final double AT_FIRST = 4;
  private static final double SECONDS_PER_DIGIT = 21_600;

  private Juncture since = new Juncture(1, 0);
  private long help;
  private long lastHelp = 1;

  @Override
  public void next(Alive before, Fact fact, Alive after, Signs signs) {
    if (fact instanceof Fact.Degraded) {
      since = new Juncture(after.seq(), after.tick());
      help = 0;
      lastHelp = after.seq();
    }
    if (after.phase() != Phase.DEGRADING) {
      return;
    }
    if (fact instanceof Fact.Met met && met.meaning().relief() > 0) {
      help++;
      lastHelp = after.seq();
    }
    double seconds = (after.tick() - since.tick()) * after.origin().laws().tickSeconds();
    if (seconds > LONGEST_SECONDS && help >= ENOUGH_HELP) {
      signs.show(
          SignKind.NO_RECOVERY,
          since,
          List.of(since.seq(), lastHelp, after.seq()),
          AT_FIRST + (seconds - LONGEST_SECONDS) / SECONDS_PER_DIGIT,
          () ->
              "it has been degrading for "
                  + Words.duration(seconds)
                  + " and does not recover, though "
                  + help
                  + " things that it met did it good");
    }
  }

  @Override
  public void keep(Checkpoint checkpoint) {
    since = since.keep(checkpoint);
    help = checkpoint.whole(help);
    lastHelp = checkpoint.whole(lastHelp);
  }
}
