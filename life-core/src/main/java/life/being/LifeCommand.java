package life.being;

import life.body.Bounds;
import life.world.Stimulus;
import life.world.World;
import org.jspecify.annotations.Nullable;

/** What may come to a life from outside. Nothing else can: the rest is the laws' doing. */
public sealed interface LifeCommand {
  /** Begin to live. */
  record BeBorn(Origin origin, World world) implements LifeCommand {}

  /**
   * Live on for some ticks.
   *
   * @param ticks in [1, {@link #MOST}]
   */
  record Live(long ticks) implements LifeCommand {
    /** Most ticks in one command. */
    public static final long MOST = 1_000_000_000L;

    public Live {
      Bounds.within("ticks", ticks, 1, MOST);
    }
  }

  /**
   * Meet a stimulus, now or later.
   *
   * @param stimulus what comes
   * @param when it is to be met
   * @param source where it comes from
   * @param key the sender's idempotency key, kept in the fact, if it gave one
   * @param metadata what the sender says about it, kept in the fact
   */
  record Meet(Stimulus stimulus, When when, Source source, @Nullable String key, Metadata metadata)
      implements LifeCommand {
    /** Without metadata. */
    public Meet(Stimulus stimulus, When when, Source source, @Nullable String key) {
      this(stimulus, when, source, key, Metadata.NONE);
    }
  }

  /**
   * Go on after the process was down.
   *
   * @param downtimeMillis wall-clock milliseconds since the last fact was written, 0 or more
   * @param reason why it was down; null where nobody knows
   */
  record Resume(long downtimeMillis, @Nullable Downtime reason) implements LifeCommand {
    /** For no known reason. */
    public Resume(long downtimeMillis) {
      this(downtimeMillis, null);
    }
  }

  /** Live in another world, or in this one as it is now. */
  record Settle(World world) implements LifeCommand {}

  /**
   * Become a life of its own.
   *
   * @param id its name from here on
   * @param seed of all chance from here on
   * @param laws from here on
   */
  record Branch(LifeId id, long seed, LawSettings laws) implements LifeCommand {}

  /** The command that an input was; giving it again is living again. */
  static LifeCommand of(Fact.Input input) {
    return switch (input) {
      case Fact.Born(var origin, var world) -> new BeBorn(origin, world);
      case Fact.Lived(long ticks, _) -> new Live(Math.min(ticks, Live.MOST));
      case Fact.Reached(var stimulus, long due, var source, var key, var metadata) ->
          new Meet(stimulus, new When.AtTick(due), source, key, metadata);
      case Fact.Resumed(long millis, var reason) -> new Resume(millis, reason);
      case Fact.Settled(var world) -> new Settle(world);
      case Fact.Branched(var id, _, long seed, var laws) -> new Branch(id, seed, laws);
    };
  }
}
