package life.law;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import life.being.Constitution.Trigger;
import life.being.Fact;
import life.being.SelfState.Alive;
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
    var rates = rates(being, trial);
    double all = Math.max(1, rates.values().stream().mapToDouble(Double::doubleValue).sum());
    var learned = new ArrayList<Association>();
    rates.forEach((kind, rate) ->
        learned.add(
            being.mind().associationOf(kind).learned(rate / all, after - trial.drive(), expected)));
    return new Fact.Observed(trial.seqs(), trial.drive(), after, expected, learned);
  }

  /**
   * αβ of each kind that the world still has. All cues share one error, so together they may not
   * learn more than all of it: with a sum above 2 the strengths would run away.
   */
  private static Map<String, Double> rates(Alive being, Trial trial) {
    var rates = new TreeMap<String, Double>();
    for (var cue : trial.cues()) {
      if (being.world().kind(cue.kind()).isPresent()) {
        rates.merge(cue.kind(), cue.salience() * being.origin().laws().learningRate(), Math::max);
      }
    }
    return rates;
  }
}
