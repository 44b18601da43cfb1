package life.being;

import java.util.List;
import java.util.Objects;
import life.body.Bounds;
import life.mind.Association;
import life.mind.BaseLevel;
import life.mind.Condition;
import life.mind.Meaning;
import life.mind.Trace;
import life.world.Stimulus;
import life.world.World;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a life and is kept for ever. A fact records its outcome, so telling a
 * life again runs no law. Facts of a life are numbered from 1 without gaps (seq).
 */
public sealed interface Fact {
  /**
   * The seqs of the earlier facts that brought this one about; empty for what came from outside.
   */
  List<Long> causes();

  /** The stable name of this kind of fact, in the journal, over HTTP and on the command line. */
  default String type() {
    return switch (this) {
      case Born _ -> "born";
      case Lived _ -> "lived";
      case Reached _ -> "reached";
      case Resumed _ -> "resumed";
      case Settled _ -> "settled";
      case Branched _ -> "branched";
      case Met _ -> "met";
      case FellAsleep _ -> "fell-asleep";
      case Woke _ -> "woke";
      case Consolidated _ -> "consolidated";
      case Recalled _ -> "recalled";
      case Echoed _ -> "echoed";
      case Observed _ -> "observed";
      case Adapted _ -> "adapted";
      case RolledBack _ -> "rolled-back";
      case Degraded _ -> "degraded";
      case Recovered _ -> "recovered";
      case Died _ -> "died";
      case Marked _ -> "marked";
    };
  }

  /** What came from outside. Living a life again takes nothing but these. */
  sealed interface Input extends Fact {
    @Override
    default List<Long> causes() {
      return List.of();
    }
  }

  /** What the laws made of it. */
  sealed interface Derived extends Fact {}

  /** The life began. */
  record Born(Origin origin, World world) implements Input {}

  /**
   * Time passed in which nothing else happened.
   *
   * @param ticks how many, 1 or more
   * @param after the condition at the last of them
   */
  record Lived(long ticks, Condition after) implements Input {
    public Lived {
      Bounds.within("ticks", ticks, 1, Long.MAX_VALUE);
    }
  }

  /**
   * A stimulus arrived.
   *
   * @param stimulus what arrived
   * @param due the tick at which it is met; the present one or a later one
   * @param source where it came from
   * @param key the sender's idempotency key, if any
   * @param metadata what the sender says about it; none in facts that were written without
   */
  record Reached(
      Stimulus stimulus, long due, Source source, @Nullable String key, Metadata metadata)
      implements Input {
    public Reached {
      Bounds.within("due", due, 0, Long.MAX_VALUE);
      metadata = Objects.requireNonNullElse(metadata, Metadata.NONE);
    }

    /** Without metadata. */
    public Reached(Stimulus stimulus, long due, Source source, @Nullable String key) {
      this(stimulus, due, source, key, Metadata.NONE);
    }
  }

  /**
   * The life went on after the process had been down; no time passed for it.
   *
   * @param downtimeMillis wall-clock milliseconds
   * @param reason why it had been down; null where nobody knows, as after a crash
   */
  record Resumed(long downtimeMillis, @Nullable Downtime reason) implements Input {
    public Resumed {
      Bounds.within("downtime", downtimeMillis, 0, Long.MAX_VALUE);
    }

    /** For no known reason. */
    public Resumed(long downtimeMillis) {
      this(downtimeMillis, null);
    }
  }

  /** The world around the being changed. */
  record Settled(World world) implements Input {}

  /**
   * From here on it is a life of its own: all before this fact it has in common with its parent.
   *
   * @param id its own name
   * @param parent whose life it was until here
   * @param seed of all chance from here on
   * @param laws it lives under from here on
   */
  record Branched(LifeId id, LifeId parent, long seed, LawSettings laws) implements Input {}

  /**
   * A stimulus was met.
   *
   * @param causes the {@link Reached} with which it came
   * @param stimulus what was met
   * @param meaning what it meant
   * @param after the condition it left
   */
  record Met(List<Long> causes, Stimulus stimulus, Meaning meaning, Condition after)
      implements Derived {}

  /** The being fell asleep. */
  record FellAsleep(List<Long> causes) implements Derived {}

  /**
   * The being woke.
   *
   * @param roused whether by a stimulus, and not by itself
   */
  record Woke(List<Long> causes, boolean roused) implements Derived {}

  /**
   * Sleep moved what was worth it from short- to long-term memory, and made room there.
   *
   * @param kept traces that are new or have changed, as they are now
   * @param dropped ids of traces that were forgotten, or went into a group of alike ones
   */
  record Consolidated(List<Long> causes, List<Trace> kept, List<Long> dropped) implements Derived {
    public Consolidated {
      kept = List.copyOf(kept);
      dropped = List.copyOf(dropped);
    }
  }

  /**
   * A stimulus brought a memory back.
   *
   * @param trace its id
   * @param activation how present it was
   * @param level how present it is from now on
   */
  record Recalled(List<Long> causes, long trace, double activation, BaseLevel level)
      implements Derived {}

  /**
   * A memory came back by itself.
   *
   * @param trace its id
   * @param activation how present it was
   * @param level how present it is from now on
   * @param meaning what it meant now
   * @param after the condition it left
   */
  record Echoed(
      List<Long> causes,
      long trace,
      double activation,
      BaseLevel level,
      Meaning meaning,
      Condition after)
      implements Derived {}

  /**
   * The consequence of what was met, a while later. Tells what followed, not whether that was good.
   *
   * @param causes the meetings that it is the consequence of
   * @param before drive right after them
   * @param after drive now
   * @param expected rise of drive that was expected after them
   * @param learned what is expected after them from now on
   */
  record Observed(
      List<Long> causes, double before, double after, double expected, List<Association> learned)
      implements Derived {
    public Observed {
      learned = List.copyOf(learned);
    }
  }

  /**
   * The being became more or less sensitive.
   *
   * @param harmBy change of the factor on what harms
   * @param helpBy change of the factor on what helps
   * @param drive at which it happened
   */
  record Adapted(List<Long> causes, double harmBy, double helpBy, double drive)
      implements Derived {}

  /** The last adaptation was taken back, because need rose after it. */
  record RolledBack(List<Long> causes) implements Derived {}

  /** The being weakened so far that it may die. */
  record Degraded(List<Long> causes) implements Derived {}

  /** The being lives well again. */
  record Recovered(List<Long> causes) implements Derived {}

  /** The life ended. */
  record Died(List<Long> causes, CauseOfDeath cause) implements Derived {}

  /**
   * The state's fingerprint, recorded now and then so that a replay can be checked.
   *
   * @param hash of the state before this fact
   */
  record Marked(List<Long> causes, StateHash hash) implements Derived {}
}
