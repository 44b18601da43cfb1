package life.actor;

import java.util.OptionalLong;
import java.util.function.Function;
import life.being.Decider;
import life.being.Downtime;
import life.being.LifeId;
import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;

/**
 * What every {@link LifeActor} of a process shares.
 *
 * @param decider the laws
 * @param worlds all worlds known to this process
 * @param directory where each life posts its latest state
 * @param generator draws what the worlds bring
 * @param snapshots when to keep a state beside the journal
 * @param lastWritten wall-clock milliseconds at which a life's last fact was written
 * @param untilTick no life goes beyond this tick, if given
 * @param wasDown why no process had these lives before this one; null where nobody knows
 */
public record Surroundings(
    Decider decider,
    KnownWorlds worlds,
    Directory directory,
    ActorRef<Generator.Foresee> generator,
    SnapshotPolicy snapshots,
    Function<LifeId, OptionalLong> lastWritten,
    OptionalLong untilTick,
    @Nullable Downtime wasDown) {}
