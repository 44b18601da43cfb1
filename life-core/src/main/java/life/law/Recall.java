package life.law;

import java.util.List;
import java.util.Optional;
import life.being.Constitution.Trigger;
import life.being.Fact;
import life.being.SelfState.Alive;
import life.mind.Retrieval;
import life.mind.Trace;
import life.world.Family;
import life.world.StimulusKind;

/**
 * What matters reminds: of the trace with the greatest product of how present it is, how much it
 * mattered, and how near it is to what was met (recency, importance and relevance, as in Park et
 * al., "Generative Agents", UIST 2023). A trace that came to mind is more present from then on.
 */
final class Recall implements Turn {
  /** Significance from which a stimulus reminds. */
  static final double REMINDS = 0.3;

  /** Product from which a trace comes to mind. */
  private static final double ENOUGH = 0.1;

  /** Relevance of another kind of the same family. */
  private static final double SAME_FAMILY = 0.4;

  private static final double REST_SECONDS = 60;

  @Override
  public Optional<Fact.Derived> turn(Alive being, Trigger trigger) {
    return trigger.fact() instanceof Fact.Met met
            && met.meaning().significance() >= REMINDS
            && isReady(being)
            && !met.stimulus().kind().equals(StimulusKind.MEMORY_ECHO)
        ? best(being, met)
            .map(trace ->
                new Fact.Recalled(
                    List.of(trigger.seq(), trace.id()),
                    trace.id(),
                    trace.level().activation(being.condition().felt()),
                    trace.level().usedAt(being.condition().felt())))
        : Optional.empty();
  }

  private static boolean isReady(Alive being) {
    return !being.sleep().asleep()
        && being.tick() - being.mind().memory().reminded()
            >= being.origin().laws().ticks(REST_SECONDS);
  }

  private static Optional<Trace> best(Alive being, Fact.Met met) {
    var kind = met.stimulus().kind();
    var family = family(being, kind);
    Optional<Trace> best = Optional.empty();
    double most = ENOUGH;
    for (var trace : being.mind().memory().longTerm().traces()) {
      double near = trace.kind().equals(kind) ? 1 : SAME_FAMILY;
      boolean canBeBest = near * trace.significance() > most;
      if (canBeBest && (near == 1 || family(being, trace.kind()) == family)) {
        double product = near * strength(trace, being.condition().felt());
        if (product > most) {
          most = product;
          best = Optional.of(trace);
        }
      }
    }
    return best;
  }

  /** How present a trace is, times how much it mattered. */
  static double strength(Trace trace, double felt) {
    return Retrieval.probability(trace.level().activation(felt)) * trace.significance();
  }

  private static Family family(Alive being, String kind) {
    return being.world().kind(kind).map(StimulusKind::family).orElse(Family.INNER);
  }
}
