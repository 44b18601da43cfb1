package life.chronicle;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import life.being.LawSettings;
import life.body.Bounds;
import life.world.Stimulus;

/**
 * What is different in a life that might have been. All that is not edited is as it was.
 *
 * @param dropped seqs of stimuli that never reached it, ascending
 * @param puts stimuli that it meets in addition, ordered by tick
 * @param laws under which it goes on
 * @param seed of its chance from then on, if it is to be another: then the world brings other
 *     stimuli, and only what was sent to the being stays
 */
public record Edits(List<Long> dropped, List<Put> puts, LawSettings laws, OptionalLong seed) {
  /** Most edits of a kind. */
  public static final int MOST = 1_000;

  /**
   * A stimulus that is met in addition.
   *
   * @param tick of the being's time, at which it is met, beside what else comes at it
   */
  public record Put(long tick, Stimulus stimulus) {}

  public Edits {
    Bounds.within("number of dropped stimuli", dropped.size(), 0, MOST);
    Bounds.within("number of added stimuli", puts.size(), 0, MOST);
    dropped = dropped.stream().distinct().sorted().toList();
    puts = puts.stream().sorted(Comparator.comparingLong(Put::tick)).toList();
  }

  /** No edit at all, for a life under these laws. */
  public static Edits none(LawSettings laws) {
    return new Edits(List.of(), List.of(), laws, OptionalLong.empty());
  }

  /** The same edits in the world of another seed. */
  public Edits with(long otherSeed) {
    return new Edits(dropped, puts, laws, OptionalLong.of(otherSeed));
  }
}
