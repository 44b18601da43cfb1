package life.actor;

import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import life.being.Decider;
import life.being.LifeId;
import life.world.World;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * What every {@link LifeActor} of a process shares.
 *
 * @param decider the laws
 * @param worlds all worlds known to this process, by name
 * @param directory where each life posts its latest state
 * @param generator draws what the worlds bring
 * @param snapshots when to keep a state beside the journal
 * @param lastWritten wall-clock milliseconds at which a life's last fact was written
 * @param untilTick no life goes beyond this tick, if given
 */
public record Surroundings(
    Decider decider,
    Map<String, World> worlds,
    Directory directory,
    ActorRef<Generator.Foresee> generator,
    SnapshotPolicy snapshots,
    Function<LifeId, OptionalLong> lastWritten,
    OptionalLong untilTick) {
  public Surroundings {
    worlds = Map.copyOf(worlds);
  }
}
