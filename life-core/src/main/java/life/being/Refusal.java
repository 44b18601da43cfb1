package life.being;

import java.util.List;
import life.world.Stimulus;

/** Why a life did not do what it was asked to; nothing changed. */
public sealed interface Refusal {
  /** The reason, in plain words. */
  String words();

  /** There is no such life yet. */
  record NotBorn() implements Refusal {
    @Override
    public String words() {
      return "it is not born yet";
    }
  }

  /** A life has only one birth. */
  record AlreadyBorn(LifeId id) implements Refusal {
    @Override
    public String words() {
      return id + " is born already";
    }
  }

  /** The dead meet nothing. */
  record IsDead(LifeId id, CauseOfDeath cause, long tick) implements Refusal {
    @Override
    public String words() {
      return id + " died of " + cause.word() + " at tick " + tick;
    }
  }

  /** The being's world has no such kind of stimulus. */
  record UnknownKind(String kind, List<String> known) implements Refusal {
    public UnknownKind {
      known = List.copyOf(known);
    }

    @Override
    public String words() {
      return "there is no kind '" + kind + "'; known kinds: " + String.join(", ", known);
    }
  }

  /** The agenda holds no more; it may later. */
  record AgendaFull(int capacity) implements Refusal {
    @Override
    public String words() {
      return "the agenda is full: " + capacity + " stimuli wait already";
    }
  }

  /** The tick asked for is gone, or too far ahead. */
  record OutOfTime(long due, long now) implements Refusal {
    @Override
    public String words() {
      return due < now
          ? "tick " + due + " has passed; the life is at tick " + now
          : "tick " + due + " is more than " + Agenda.HORIZON_TICKS + " ticks ahead of " + now;
    }
  }

  /** The idempotency key belongs to another stimulus. */
  record KeyTaken(String key, Stimulus stimulus) implements Refusal {
    @Override
    public String words() {
      return "the key '"
          + key
          + "' was used already, for a "
          + stimulus.kind()
          + " of "
          + stimulus.intensity();
    }
  }
}
