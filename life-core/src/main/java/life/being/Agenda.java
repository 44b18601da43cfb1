package life.being;

import java.util.ArrayList;
import java.util.List;
import life.body.Bounds;
import life.world.Stimulus;

/**
 * Stimuli that have reached a life and fall due later, in the order in which they will be met.
 *
 * @param appointments at most {@link #CAPACITY}, ordered by tick, then by seq
 */
public record Agenda(List<Appointment> appointments) {
  /** Most appointments that wait at once; a further one is refused, never dropped. */
  public static final int CAPACITY = 1_000;

  /** How many ticks ahead an appointment may lie. */
  public static final long HORIZON_TICKS = 10_000_000_000L;

  /** Nothing is due. */
  public static final Agenda EMPTY = new Agenda(List.of());

  /**
   * A stimulus that waits.
   *
   * @param seq of the {@link Fact.Reached} with which it came
   * @param tick when it is met
   * @param stimulus what is met
   */
  public record Appointment(long seq, long tick, Stimulus stimulus) {}

  public Agenda {
    Bounds.within("number of appointments", appointments.size(), 0, CAPACITY);
    appointments = List.copyOf(appointments);
    for (int i = 1; i < appointments.size(); i++) {
      if (isAfter(appointments.get(i - 1), appointments.get(i))) {
        throw new IllegalArgumentException("appointments must be ordered by tick and seq");
      }
    }
  }

  /** Whether a further appointment must be refused. */
  public boolean isFull() {
    return appointments.size() == CAPACITY;
  }

  /**
   * Ticks until the next appointment for a life at tick {@code now}; a huge number if none waits.
   */
  public long ticksUntilNext(long now) {
    return appointments.isEmpty() ? Long.MAX_VALUE : appointments.getFirst().tick() - now;
  }

  /** With one more appointment, in its place. */
  public Agenda with(Appointment appointment) {
    var more = new ArrayList<>(appointments);
    int at = more.size();
    while (at > 0 && isAfter(more.get(at - 1), appointment)) {
      at--;
    }
    more.add(at, appointment);
    return new Agenda(more);
  }

  /** Without the appointment that came with the fact {@code seq}, if there is one. */
  public Agenda without(long seq) {
    if (appointments.isEmpty() || appointments.stream().noneMatch(a -> a.seq() == seq)) {
      return this;
    }
    return new Agenda(appointments.stream().filter(a -> a.seq() != seq).toList());
  }

  private static boolean isAfter(Appointment one, Appointment other) {
    return one.tick() > other.tick() || (one.tick() == other.tick() && one.seq() > other.seq());
  }
}
