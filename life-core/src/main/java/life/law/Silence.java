package life.law;

import java.util.List;
import java.util.Optional;
import life.being.Constitution.Trigger;
import life.being.Fact;
import life.being.SelfState.Alive;
import life.world.Stimulus;
import life.world.StimulusKind;

/**
 * That nothing comes is something to meet as well: after each hour awake without any stimulus, the
 * more intense the longer it has lasted, where the world has the kind {@code silence}.
 */
final class Silence implements Turn {
  private static final double SILENT_SECONDS = 3_600;
  private static final double COMPLETE_SECONDS = 36_000;

  @Override
  public long due(Alive being) {
    return hears(being) ? Turn.ahead(being, at(being)) : NEVER;
  }

  @Override
  public Optional<Fact.Derived> turn(Alive being, Trigger trigger) {
    return hears(being) && trigger.fact() instanceof Fact.Lived && being.tick() >= at(being)
        ? Optional.of(Appraisal.meet(being, List.of(trigger.seq()), silence(being)))
        : Optional.empty();
  }

  private static boolean hears(Alive being) {
    return !being.sleep().asleep() && being.world().kind(StimulusKind.SILENCE).isPresent();
  }

  private static long at(Alive being) {
    return Math.max(being.mind().met(), being.sleep().since())
        + being.origin().laws().ticks(SILENT_SECONDS);
  }

  private static Stimulus silence(Alive being) {
    double seconds = (being.tick() - being.mind().still()) * being.origin().laws().tickSeconds();
    return new Stimulus(StimulusKind.SILENCE, Math.min(1, seconds / COMPLETE_SECONDS));
  }
}
