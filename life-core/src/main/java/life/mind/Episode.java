package life.mind;

import life.body.Canon;
import life.body.Vitals;

/**
 * Something that was met, as short-term memory holds it.
 *
 * @param seq of the fact in which it was met
 * @param felt when that was, in seconds of the being's own time
 * @param kind of the stimulus
 * @param intensity of the stimulus, in [0, 1]
 * @param meaning what it meant
 * @param met the vitals that it met
 */
public record Episode(
    long seq, double felt, String kind, double intensity, Meaning meaning, Vitals met) {
  /** Significance from which an episode is worth keeping. */
  static final double WORTH_KEEPING = 0.15;

  boolean isWorthKeeping() {
    return meaning.significance() >= WORTH_KEEPING;
  }

  void writeTo(Canon canon) {
    canon.number(felt).text(kind).number(intensity);
    meaning.writeTo(canon);
    canon.number(met.energy()).number(met.stability()).number(met.integrity());
  }
}
