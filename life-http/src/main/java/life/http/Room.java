package life.http;

import com.typesafe.config.Config;
import life.body.Bounds;

/**
 * How many stimuli may wait until they are durable. More are refused before anything is done.
 *
 * @param most of all lives together; fewer than a life's actor can put aside while its journal is
 *     busy, so that none is ever dropped
 * @param mostOfOneLife at least a whole batch
 */
public record Room(int most, int mostOfOneLife) {
  private static final int LEAST = 2 * Sent.MOST_STIMULI;
  private static final int MOST = 16_000;

  public Room {
    Bounds.within("stimuli waiting for one life", mostOfOneLife, 1, most);
  }

  /**
   * Reads the setting {@code life.stimuli-waiting}; one life may take half of it.
   *
   * @throws IllegalArgumentException if it is out of range, saying which
   */
  public static Room of(Config config) {
    int most =
        (int) Bounds.within("stimuli-waiting", config.getLong("life.stimuli-waiting"), LEAST, MOST);
    return new Room(most, most / 2);
  }
}
