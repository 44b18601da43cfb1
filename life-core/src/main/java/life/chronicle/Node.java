package life.chronicle;

import java.util.List;
import life.being.Phase;
import org.jspecify.annotations.Nullable;

/**
 * What a run of facts comes to.
 *
 * @param firstTick before the first of them
 * @param lastTick after the last of them
 * @param lastSeq the number of the last of them
 * @param extremes over each {@link life.being.Fact.Lived} from its beginning to its end, and after
 *     each other fact
 * @param felt subjective age after the last of them, in felt seconds
 * @param slept ticks that were slept
 * @param stimuli how many were met
 * @param strongest of these
 * @param phase after the last of them
 */
public record Node(
    long firstTick,
    long lastTick,
    long lastSeq,
    Extremes extremes,
    double felt,
    long slept,
    int stimuli,
    @Nullable Strongest strongest,
    Phase phase) {
  /** What neighbouring runs come to together. */
  public static Node of(List<Node> neighbours) {
    var tracks = new Tracks(1);
    neighbours.forEach(each -> tracks.add(0, each));
    var last = neighbours.getLast();
    return tracks.node(neighbours.getFirst().firstTick(), last.lastTick(), last.lastSeq());
  }

  /** How many ticks were lived. */
  public long lived() {
    return lastTick - firstTick;
  }
}
