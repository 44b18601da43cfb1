package life.dev;

import java.util.Locale;
import java.util.Optional;

/** When the steps of one restart happened, in monotonic nanoseconds. */
final class Timing {
  private static final double NANOS_PER_SECOND = 1e9;

  private final long saved;
  private final long compiled;
  private long down;
  private long listening;
  private long recovered;

  /**
   * A restart begins.
   *
   * @param saved when the change was noticed, or the need to start arose
   * @param compiled when the new code was ready
   */
  Timing(long saved, long compiled) {
    this.saved = saved;
    this.compiled = compiled;
    this.down = compiled;
  }

  void isDown(long now) {
    down = now;
  }

  void listens(long now) {
    listening = now;
  }

  void isRecovered(long now) {
    recovered = now;
  }

  /** What it came to, when the being lives again; empty if a step was not seen. */
  Optional<String> words(long living) {
    return listening == 0 || recovered == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "lives on after %.2f s: compile %.2f, shutdown %.2f, start %.2f, recovery %.2f, first tick %.2f",
                seconds(saved, living),
                seconds(saved, compiled),
                seconds(compiled, down),
                seconds(down, listening),
                seconds(listening, recovered),
                seconds(recovered, living)));
  }

  private static double seconds(long from, long to) {
    return Math.max(0, to - from) / NANOS_PER_SECOND;
  }
}
