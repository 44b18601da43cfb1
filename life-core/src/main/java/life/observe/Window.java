package life.observe;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import life.body.Bounds;
import life.detect.Checkpoint;
import org.jspecify.annotations.Nullable;

/**
 * What a being lived through in an hour, a day or all of its life, summed up.
 *
 * @param of what it is
 * @param number of the hour or day, counted from 1 at birth
 * @param fromTick where the being was when it began to be watched in it
 * @param toTick how far it has lived in it
 * @param tickSeconds length of a tick
 * @param facts those that it holds, and where in the life
 * @param spreads of each quantity
 * @param met what was met by kind, in the order in which the kinds were first met
 * @param slept how it slept
 * @param felt how much time it felt, in felt seconds
 * @param memory what became of memories
 * @param changes how it changed
 */
public record Window(
    Scope of,
    long number,
    long fromTick,
    long toTick,
    double tickSeconds,
    Facts facts,
    Map<Quantity, Spread> spreads,
    List<Encounters> met,
    Slept slept,
    double felt,
    Remembered memory,
    Changes changes) {

  /**
   * The facts of a window.
   *
   * @param count how many happened in it; a span of quiet time where it ends
   * @param first seq of the first that tells of it
   * @param last seq of the last that tells of it
   */
  public record Facts(long count, long first, long last) {
    Facts plus(Facts later) {
      return new Facts(count + later.count, Math.min(first, later.first), later.last);
    }
  }

  /**
   * Sleep in a window.
   *
   * @param ticks asleep
   * @param times it fell asleep
   * @param roused times it was woken
   */
  public record Slept(long ticks, long times, long roused) {
    Slept plus(Slept later) {
      return new Slept(ticks + later.ticks, times + later.times, roused + later.roused);
    }
  }

  /**
   * Memories in a window.
   *
   * @param kept traces that are new, or had others join them
   * @param forgotten traces that are gone, or joined another one
   * @param recalled times that something reminded it
   * @param echoed times that a memory came back by itself
   * @param held traces at the end
   */
  public record Remembered(long kept, long forgotten, long recalled, long echoed, int held) {
    Remembered plus(Remembered later) {
      return new Remembered(
          kept + later.kept,
          forgotten + later.forgotten,
          recalled + later.recalled,
          echoed + later.echoed,
          later.held);
    }
  }

  /**
   * Changes of a being in a window.
   *
   * @param learned consequences that it observed
   * @param adapted steps of adaptation
   * @param rolledBack steps that it took back
   * @param degraded times that it began to degrade
   * @param recovered times that it recovered
   */
  public record Changes(
      long learned, long adapted, long rolledBack, long degraded, long recovered) {
    Changes plus(Changes later) {
      return new Changes(
          learned + later.learned,
          adapted + later.adapted,
          rolledBack + later.rolledBack,
          degraded + later.degraded,
          recovered + later.recovered);
    }
  }

  public Window {
    Bounds.within("number of a window", number, 1, Long.MAX_VALUE);
    Bounds.within("end of a window", toTick, fromTick, Long.MAX_VALUE);
    spreads = Collections.unmodifiableMap(new EnumMap<>(spreads));
    met = List.copyOf(met);
  }

  /** Physical seconds that it covers. */
  public double seconds() {
    return (toTick - fromTick) * tickSeconds;
  }

  /** How many stimuli were met. */
  public long meetings() {
    return met.stream().mapToLong(Encounters::count).sum();
  }

  /** The same time, seen as a part of the day or the life. */
  Window as(Scope other) {
    return new Window(
        other,
        other.number(fromTick, tickSeconds),
        fromTick,
        toTick,
        tickSeconds,
        facts,
        spreads,
        met,
        slept,
        felt,
        memory,
        changes);
  }

  /** With the stretch right after it, which it takes in. */
  public Window plus(Window later) {
    var both = new EnumMap<Quantity, Spread>(Quantity.class);
    spreads.forEach((quantity, spread) -> both.put(quantity, spread.plus(later.spread(quantity))));
    return new Window(
        of,
        number,
        fromTick,
        later.toTick,
        tickSeconds,
        facts.plus(later.facts),
        both,
        Encounters.sum(met, later.met),
        slept.plus(later.slept),
        felt + later.felt,
        memory.plus(later.memory),
        changes.plus(later.changes));
  }

  /** Saves this, or restores what was saved; a window or none. */
  static @Nullable Window kept(@Nullable Window window, Checkpoint checkpoint) {
    if (!checkpoint.flag(window != null)) {
      return null;
    }
    return (window == null ? NONE : window).kept(checkpoint);
  }

  private static final Window NONE =
      new Window(
          Scope.LIFE,
          1,
          0,
          0,
          1,
          new Facts(0, 0, 0),
          new EnumMap<>(Quantity.class),
          List.of(),
          new Slept(0, 0, 0),
          0,
          new Remembered(0, 0, 0, 0, 0),
          new Changes(0, 0, 0, 0, 0));

  private Window kept(Checkpoint c) {
    return new Window(
        Scope.valueOf(c.text(of.name())),
        c.whole(number),
        c.whole(fromTick),
        c.whole(toTick),
        c.number(tickSeconds),
        new Facts(c.whole(facts.count), c.whole(facts.first), c.whole(facts.last)),
        keptSpreads(c),
        Encounters.kept(met, c),
        new Slept(c.whole(slept.ticks), c.whole(slept.times), c.whole(slept.roused)),
        c.number(felt),
        new Remembered(
            c.whole(memory.kept),
            c.whole(memory.forgotten),
            c.whole(memory.recalled),
            c.whole(memory.echoed),
            c.count(memory.held)),
        new Changes(
            c.whole(changes.learned),
            c.whole(changes.adapted),
            c.whole(changes.rolledBack),
            c.whole(changes.degraded),
            c.whole(changes.recovered)));
  }

  private Map<Quantity, Spread> keptSpreads(Checkpoint checkpoint) {
    var kept = new EnumMap<Quantity, Spread>(Quantity.class);
    for (var quantity : Quantity.values()) {
      kept.put(quantity, spreads.getOrDefault(quantity, Spread.NONE).kept(checkpoint));
    }
    return kept;
  }

  /** What a quantity was. */
  public Spread spread(Quantity quantity) {
    var spread = spreads.get(quantity);
    if (spread == null) {
      throw new IllegalStateException("a window knows each quantity, but not " + quantity);
    }
    return spread;
  }
}
