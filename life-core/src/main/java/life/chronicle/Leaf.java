package life.chronicle;

import java.util.List;

/**
 * Neighbouring facts, told again.
 *
 * @param before the number of the fact before the first of them; 0 for the first ones of a life
 * @param start how the life was before them
 * @param beats the facts, in their order
 */
public record Leaf(long before, Pulse start, List<Beat> beats) {
  public Leaf {
    beats = List.copyOf(beats);
  }

  /** How the life was after them. */
  public Pulse end() {
    return beats.isEmpty() ? start : beats.getLast().after();
  }

  /** The number of the last of them. */
  public long last() {
    return before + beats.size();
  }

  /** What they come to. */
  public Node node() {
    var tracks = new Tracks(1);
    var was = start;
    long seq = before;
    for (var beat : beats) {
      seq++;
      tracks.take(0, was, beat, seq);
      was = beat.after();
    }
    return tracks.node(start.tick(), was.tick(), seq);
  }
}
