package life.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import life.being.Fact;
import life.being.SelfState.Alive;
import life.detect.Checkpoint;
import life.detect.Tail;
import life.mind.Association;

/**
 * What follows on a stimulus is about what the being has learned to expect: a consequence of the
 * opposite sign, so far off that chance would bring it once in a million times, contradicts it.
 */
final class AsLearned implements Expectation {
  /** At which a consequence shows a sign by chance. */
  private static final double RATE = 1e-6;

  /** Expected change of drive from which on something counts as learned. */
  private static final double LEARNED = 0.1;

  /** Trials in which all is new to it. */
  private static final int SETTLING = 300;

  private final Tail tail = new Tail(RATE);
  private long trials;

  @Override
  public void next(Alive before, Fact fact, Alive after, Signs signs) {
    if (!(fact
        instanceof
        Fact.Observed(var causes, double then, double now, double expected, var learned))) {
      return;
    }
    double change = now - then;
    double off = Math.abs(change - expected);
    double threshold = tail.threshold();
    boolean isOpposite = change * expected < 0 && Math.abs(expected) >= LEARNED;
    if (++trials > SETTLING && tail.passes(off) && isOpposite) {
      var evidence = new ArrayList<>(causes);
      evidence.add(after.seq());
      signs.show(
          SignKind.CONTRADICTION,
          "",
          new Juncture(causes.getFirst(), before.mind().trials().getFirst().opened()),
          List.copyOf(evidence),
          -StrictMath.log10(RATE) * off / threshold,
          () ->
              String.format(
                  Locale.ROOT,
                  "after %s its drive changed by %+.2f, where it had learned to expect %+.2f",
                  learned.stream().map(Association::cue).collect(Collectors.joining(" and ")),
                  change,
                  expected));
    }
  }

  @Override
  public void keep(Checkpoint checkpoint) {
    tail.keep(checkpoint);
    trials = checkpoint.whole(trials);
  }
}
