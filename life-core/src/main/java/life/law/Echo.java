package life.law;

import java.util.List;
import java.util.Optional;
import life.being.Constitution.Trigger;
import life.being.Fact;
import life.being.SelfState.Alive;
import life.body.Bounds;
import life.mind.Trace;
import life.world.Chance;
import life.world.Chance.Faculty;
import life.world.StimulusKind;

/**
 * Now and then a memory comes back by itself, and stirs the being a little: in half of all
 * stretches of two hours, at a random moment, a trace drawn by how present it is and how much it
 * mattered.
 */
final class Echo implements Turn {
  private static final double STRETCH_SECONDS = 7_200;
  private static final double LIKELIHOOD = 0.5;

  /** No echo is so loud that it wakes or overwhelms. */
  private static final double LOUDEST = 0.6;

  @Override
  public long due(Alive being) {
    if (!hears(being)) {
      return NEVER;
    }
    long stretch = being.origin().laws().ticks(STRETCH_SECONDS);
    long number = being.tick() / stretch;
    long at = at(being, number, stretch);
    return at > being.tick()
        ? at
        : Math.max((number + 1) * stretch, at(being, number + 1, stretch));
  }

  @Override
  public Optional<Fact.Derived> turn(Alive being, Trigger trigger) {
    return trigger.fact() instanceof Fact.Lived
            && hears(being)
            && isNow(being)
            && being.mind().memory().reminded() < being.tick()
        ? being
            .world()
            .kind(StimulusKind.MEMORY_ECHO)
            .map(kind -> echoed(being, drawn(being), kind, trigger.seq()))
        : Optional.empty();
  }

  private static boolean hears(Alive being) {
    return !being.sleep().asleep()
        && !being.mind().memory().longTerm().traces().isEmpty()
        && being.world().kind(StimulusKind.MEMORY_ECHO).isPresent();
  }

  private static boolean isNow(Alive being) {
    long stretch = being.origin().laws().ticks(STRETCH_SECONDS);
    return being.tick() == at(being, being.tick() / stretch, stretch);
  }

  /** The tick of the echo in that stretch; before the stretch if there is none. */
  private static long at(Alive being, long number, long stretch) {
    double drawn = Chance.uniform(being.origin().seed(), Faculty.ECHO_WHEN, number);
    return drawn < LIKELIHOOD
        ? number * stretch + (long) (drawn / LIKELIHOOD * stretch)
        : number * stretch - 1;
  }

  /** Felt like a stimulus; what a sweet memory gives, a bitter one takes. */
  private static Fact.Echoed echoed(Alive being, Trace trace, StimulusKind echo, long cause) {
    double felt = being.condition().felt();
    double intensity = Bounds.clamp(Recall.strength(trace, felt), 0, LOUDEST);
    var kind = trace.relief() < 0 ? echo.reversed() : echo;
    var meaning = Appraisal.meaning(being, kind, intensity);
    return new Fact.Echoed(
        List.of(trace.id(), cause),
        trace.id(),
        trace.level().activation(felt),
        trace.level().usedAt(felt),
        meaning,
        being.condition().stirred(intensity, meaning));
  }

  private static Trace drawn(Alive being) {
    var traces = being.mind().memory().longTerm().traces();
    double felt = being.condition().felt();
    double[] weights = new double[traces.size()];
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Recall.strength(traces.get(i), felt);
      total += weights[i];
    }
    double left = total * Chance.uniform(being.origin().seed(), Faculty.ECHO_WHICH, being.tick());
    for (int i = 0; i < weights.length; i++) {
      left -= weights[i];
      if (left < 0) {
        return traces.get(i);
      }
    }
    return traces.getLast();
  }
}
