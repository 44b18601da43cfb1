package life.archive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import life.being.LifeId;
import life.body.Bounds;
import life.chronicle.Edits;
import life.chronicle.Point;
import life.world.Stimulus;

/**
 * What if?
 *
 * @param life whose
 * @param at from which point on; without it, right before the first dropped stimulus, or the head
 * @param dropped seqs of stimuli that never come
 * @param puts stimuli that come in addition
 * @param laws settings of the laws to be changed, such as {@code laws.energy-per-hour}
 * @param until how far both lives are looked at; without it, to the parent's head or death
 * @param seeds in how many other worlds it is lived as well, 0 to 1,000
 * @param keep the name under which the branch goes on as a being of its own, if it shall
 */
public record Question(
    LifeId life,
    Optional<Point> at,
    List<Long> dropped,
    List<Put> puts,
    Map<String, String> laws,
    Optional<Until> until,
    int seeds,
    Optional<LifeId> keep) {
  /** Most other worlds. */
  public static final int MOST_SEEDS = 1_000;

  /**
   * A stimulus that comes in addition.
   *
   * @param inTicks ticks after the point
   * @param atTick or at that tick; exactly one of both is there
   */
  public record Put(Stimulus stimulus, OptionalLong inTicks, OptionalLong atTick) {
    public Put {
      if (inTicks.isPresent() == atTick.isPresent()) {
        throw new IllegalArgumentException("a stimulus comes in some ticks or at a tick");
      }
      Bounds.within("tick", inTicks.orElse(atTick.orElse(0)), 0, Long.MAX_VALUE / 2);
    }

    Edits.Put from(long tick) {
      return new Edits.Put(
          inTicks.isPresent() ? tick + inTicks.getAsLong() : atTick.orElseThrow(), stimulus);
    }
  }

  /**
   * How far.
   *
   * @param seconds of the being's time, 0 or more
   * @param fromPoint whether counted from the point rather than from birth
   */
  public record Until(double seconds, boolean fromPoint) {
    public Until {
      Bounds.within("until", seconds, 0, 1e12);
    }
  }

  public Question {
    Bounds.within("seeds", seeds, 0, MOST_SEEDS);
    Bounds.within("number of dropped stimuli", dropped.size(), 0, Edits.MOST);
    Bounds.within("number of added stimuli", puts.size(), 0, Edits.MOST);
    dropped = List.copyOf(dropped);
    puts = List.copyOf(puts);
    laws = Map.copyOf(laws);
  }
}
