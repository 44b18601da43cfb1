package life.actor;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import life.being.Decider;
import life.being.LifeId;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.being.SelfState.Unborn;
import life.journal.Biography;
import life.journal.JournalDamaged;
import life.law.Laws;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * Who lives in this process, with the latest durable state of each. Readers look here, so that
 * reading never waits for a being and never disturbs it. Safe for many threads.
 */
public final class Directory {
  private final ConcurrentSkipListMap<String, Entry> entries = new ConcurrentSkipListMap<>();
  private final Recovery recovery;

  /** Nobody is awaited. */
  public Directory() {
    this(List.of());
  }

  /**
   * Begins to wait for lives.
   *
   * @param awaited those that are about to be read from the journal
   */
  public Directory(Collection<LifeId> awaited) {
    this.recovery = new Recovery(awaited);
  }

  /** How a life stands in this process. */
  public sealed interface Standing {
    /** Its journal is being read. */
    record Recovering() implements Standing {}

    /**
     * It goes on, or is dead and can be looked at.
     *
     * @param state the latest durable one
     */
    record Present(SelfState state) implements Standing {}

    /**
     * It was lived under laws that this program does not have: it can be looked at, but does not
     * live on.
     *
     * @param version of these laws
     */
    record Unlivable(SelfState state, int version) implements Standing {
      /** Why it does not live on, and what can be done. */
      public String why() {
        return ("it was lived under laws version %d, and this program has version %d: it can be looked at, replayed and"
                + " exported, but only a program with its laws lets it live on")
            .formatted(version, Laws.VERSION);
      }
    }

    /** How a life stands that has been read up to that state. */
    static Standing of(SelfState state) {
      int version =
          switch (state) {
            case Unborn _ -> Laws.VERSION;
            case Alive being -> being.origin().laws().version();
            case Dead _ -> Laws.VERSION; // the dead need no laws
          };
      return Laws.of(version).isPresent() ? new Present(state) : new Unlivable(state, version);
    }

    /**
     * Its journal can't be read.
     *
     * @param why what is damaged, where, and what can be done
     */
    record Damaged(String why) implements Standing {
      /** What a failure to read it means; empty if it is no damage. */
      static Optional<Damaged> by(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
          if (cause instanceof JournalDamaged damage) {
            return Optional.of(new Damaged(String.valueOf(damage.getMessage())));
          }
        }
        return Optional.empty();
      }
    }
  }

  /** One life. */
  public record Entry(LifeId id, ActorRef<LifeActor.Message> actor, Standing standing) {
    /** The latest durable state; unborn while it is not known. */
    public SelfState state() {
      return switch (standing) {
        case Standing.Present(var state) -> state;
        case Standing.Unlivable(var state, _) -> state;
        case Standing.Recovering _, Standing.Damaged _ -> Decider.UNBORN;
      };
    }
  }

  /**
   * The lives of a journal as they stand there, while nobody lives.
   *
   * @param nobody answers for each of them
   */
  public static Directory ofPast(Biography biography, ActorRef<LifeActor.Message> nobody) {
    var directory = new Directory();
    for (var id : biography.lives()) {
      directory.stands(id, nobody, standing(biography, id));
    }
    return directory;
  }

  private static Standing standing(Biography biography, LifeId id) {
    try {
      return Standing.of(biography.stateAt(id, biography.lastSeq(id)));
    } catch (JournalDamaged e) {
      return new Standing.Damaged(String.valueOf(e.getMessage()));
    }
  }

  /** The life of that name, if it was ever born or is just being born. */
  public Optional<Entry> find(LifeId id) {
    return Optional.ofNullable(entries.get(id.slug()));
  }

  /** All lives, ordered by name. */
  public List<Entry> all() {
    return List.copyOf(entries.values());
  }

  /** How far the lives that the journal knew at the start have been read. */
  public Recovery recovery() {
    return recovery;
  }

  /** Enters a life that is being woken, unless it has said already how it stands. */
  void enter(LifeId id, ActorRef<LifeActor.Message> actor) {
    entries.putIfAbsent(id.slug(), new Entry(id, actor, new Standing.Recovering()));
  }

  /** Said by the life's own actor. */
  void stands(LifeId id, ActorRef<LifeActor.Message> actor, Standing standing) {
    entries.put(id.slug(), new Entry(id, actor, standing));
    recovery.stands(id);
  }
}
