package life.archive;

import java.util.Optional;
import life.being.SelfState;

/**
 * A moment of a life.
 *
 * @param state the being at that moment; its seq is that of the last fact that was complete then
 * @param span the span of time in which the moment lies, if it lies within one
 * @param isHead whether it is after the last fact that the life has now
 */
public record Moment(SelfState state, Optional<Span> span, boolean isHead) {
  /**
   * A span of quiet time that one fact tells of.
   *
   * @param seq of that fact
   * @param from the tick before its first one
   * @param to its last tick
   * @param livedAgain whether the moment was had by living the span again up to it; otherwise the
   *     laws of that time are no longer in this program, and the state is the one at {@code from}
   */
  public record Span(long seq, long from, long to, boolean livedAgain) {}
}
