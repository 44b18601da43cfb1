package life.law;

import java.util.Optional;
import life.being.Constitution.Trigger;
import life.being.Fact;
import life.being.SelfState.Alive;
import life.body.Bounds;
import life.mind.Association;
import life.mind.Trial;

/**
 * What follows on what was met is observed a while later, and changes what is expected next time
 * ({@link Association}). The outcome λ is the rise of drive in between, so that a stimulus is never
 * blamed for its own impact.
 */
final class Learning implements Turn {
  @Override
  public long due(Alive being) {
    var trials = being.mind().trials();
    return trials.isEmpty() ? NEVER : Turn.ahead(being, end(trials.getFirst(), being));
  }

  @Override
  public Optional<Fact.Derived> turn(Alive being, Trigger trigger) {
    var trials = being.mind().trials();
    return trials.isEmpty() || being.tick() < end(trials.getFirst(), being)
        ? Optional.empty()
        : Optional.of(observed(being, trials.getFirst()));
  }

  private static long end(Trial trial, Alive being) {
    return trial.opened() + being.origin().laws().ticks(Trial.WINDOW_SECONDS);
  }

  private static Fact.Observed observed(Alive being, Trial trial) {
    double after = being.drive();
    double expected = being.mind().expected(trial.cues());
    return new Fact.Observed(
        trial.seqs(),
        trial.drive(),
        after,
        expected,
        trial.cues().stream()
            .map(Trial.Cue::kind)
            .distinct()
            .map(kind -> learned(being, trial, kind, after - trial.drive(), expected))
            .toList());
  }

  private static Association learned(
      Alive being, Trial trial, String kind, double outcome, double expected) {
    double salience =
        trial.cues().stream()
            .filter(cue -> cue.kind().equals(kind))
            .mapToDouble(Trial.Cue::salience)
            .max()
            .orElse(0);
    double rate = Bounds.clamp(salience * being.origin().laws().learningRate(), 0, 1);
    return being.mind().associationOf(kind).learned(rate, outcome, expected);
  }
}
