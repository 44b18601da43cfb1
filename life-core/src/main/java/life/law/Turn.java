package life.law;

import java.util.Optional;
import life.being.Constitution.Trigger;
import life.being.Fact;
import life.being.SelfState.Alive;
import life.mind.Response;

/** A law that answers: it looks at a being after time has passed or something was met. */
interface Turn {
  /** Never due by itself. */
  long NEVER = Long.MAX_VALUE;

  /** What follows, if anything does; asked again until nothing does. */
  Optional<Fact.Derived> turn(Alive being, Trigger trigger);

  /** The next tick, after that of the being, at which this law must be asked. */
  default long due(Alive being) {
    return NEVER;
  }

  /** Whether the stimulus that led here was met just now and noticed. */
  static boolean isNoticed(Trigger trigger) {
    return trigger.fact() instanceof Fact.Met met && met.meaning().response() != Response.IGNORE;
  }

  /** {@code tick}, or the next one if it is past, lest it depend on where a span ends. */
  static long ahead(Alive being, long tick) {
    return Math.max(tick, being.tick() + 1);
  }
}
