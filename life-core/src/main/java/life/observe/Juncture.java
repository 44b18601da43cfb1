package life.observe;

import life.body.Bounds;
import life.detect.Checkpoint;

/**
 * A place in a life.
 *
 * @param seq the number of the last fact there, 1 or more
 * @param tick how many ticks it had lived, 0 or more
 */
public record Juncture(long seq, long tick) {
  public Juncture {
    Bounds.within("seq", seq, 1, Long.MAX_VALUE);
    Bounds.within("tick", tick, 0, Long.MAX_VALUE);
  }

  Juncture keep(Checkpoint checkpoint) {
    return new Juncture(checkpoint.whole(seq), checkpoint.whole(tick));
  }
}
