package life.law;

import life.being.Moment;
import life.mind.SubjectiveClock;

/** Inner time passes beside physical time, at the rate of the {@link SubjectiveClock}. */
final class FeltTime {
  private FeltTime() {}

  static void flow(Moment m, Rates rates) {
    m.felt +=
        SubjectiveClock.rate(m.arousal, m.energy, rates.arousalGain(), rates.pace())
            * rates.tickSeconds();
  }
}
