package life.actor;

import java.util.ArrayList;
import life.actor.LifeActor.EnvironmentEvent;
import life.actor.LifeActor.Foresight;
import life.being.Source;
import life.being.When;
import life.world.World;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * Draws what the worlds bring, ahead of the ticks it is for. It keeps nothing: what a world brings
 * at a tick is a function of seed and tick, so after a crash it draws the same again.
 */
public final class Generator {
  /** Most ticks foreseen at once. */
  static final long MOST_TICKS = 20_000;

  /** Most events foreseen at once. */
  static final int MOST_EVENTS = 500;

  private Generator() {}

  /**
   * Asks what a world brings next.
   *
   * @param world which world
   * @param seed of the life
   * @param after the first tick asked for is the one after this
   * @param replyTo gets the {@link Foresight}
   */
  public record Foresee(World world, long seed, long after, ActorRef<LifeActor.Message> replyTo) {}

  /** The generator's behaviour. */
  public static Behavior<Foresee> create() {
    return Behaviors.receiveMessage(ask -> {
      ask.replyTo().tell(foresee(ask.world(), ask.seed(), ask.after()));
      return Behaviors.same();
    });
  }

  static Foresight foresee(World world, long seed, long after) {
    var events = new ArrayList<EnvironmentEvent>();
    long until = after;
    while (until < after + MOST_TICKS && events.size() < MOST_EVENTS) {
      until++;
      long tick = until;
      world
          .draw(seed, tick)
          .ifPresent(s ->
              events.add(new EnvironmentEvent(s, new When.AtTick(tick), Source.WORLD, null, null)));
    }
    return new Foresight(world, after, until, events);
  }
}
