package life.http;

import java.util.Optional;
import java.util.function.IntSupplier;
import life.actor.Ticker;
import life.http.listen.Listener;
import life.http.problem.ProblemType;

/**
 * Counts and measures what happens at the door. Every method returns at once and never fails. Safe
 * for many threads.
 */
public interface Meters {
  /** Counts nothing. */
  Meters NONE =
      new Meters() {
        @Override
        public void acknowledged(int stimuli, long nanos) {}

        @Override
        public void refused(ProblemType why) {}

        @Override
        public void answered(String method, String template, int status) {}

        @Override
        public void watch(Listener listener) {}

        @Override
        public void subscribers(IntSupplier open) {}

        @Override
        public void waiting(IntSupplier stimuli) {}

        @Override
        public String scrape(Optional<Ticker.Time> time) {
          return "";
        }
      };

  /**
   * Stimuli are durable, and whoever sent them is told so.
   *
   * @param stimuli how many were acknowledged together, 1 or more; those acknowledged before under
   *     the same key count too
   * @param nanos from asking the life to its answer
   */
  void acknowledged(int stimuli, long nanos);

  /** Something was refused: a request, or one of a batch. */
  void refused(ProblemType why);

  /**
   * A request was answered.
   *
   * @param method as it came
   * @param template of the endpoint, such as {@code /v1/lives/{id}}, and never a path; {@code none}
   *     where there was no endpoint
   * @param status of the answer
   */
  void answered(String method, String template, int status);

  /** Tells how many connections the main listener has, and how many it refused. */
  void watch(Listener listener);

  /** Tells how many streams and channels are open. */
  void subscribers(IntSupplier open);

  /** Tells how many stimuli wait until they are durable. */
  void waiting(IntSupplier stimuli);

  /**
   * All that was counted and measured, in Prometheus' text format 0.0.4.
   *
   * @param time how it passes now, if that is known
   */
  String scrape(Optional<Ticker.Time> time);
}
