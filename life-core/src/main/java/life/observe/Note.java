package life.observe;

import life.detect.Checkpoint;

/**
 * A fact of the last days, as far as an interpretation needs it.
 *
 * @param seq its number
 * @param tick when it was
 * @param type as in {@link life.being.Fact#type}
 * @param kind of the stimulus, or of the trace that came back; empty where there is none
 * @param intensity of the stimulus or trace
 * @param impact what it did to the vitals, each counted in shares of its range
 * @param about the fact that it is about: the trace that came back; else 0
 * @param flag whether a sleep ended by a stimulus
 */
record Note(
    long seq,
    long tick,
    String type,
    String kind,
    double intensity,
    double impact,
    long about,
    boolean flag) {
  static final Note NONE = new Note(0, 0, "", "", 0, 0, 0, false);

  Note kept(Checkpoint c) {
    return new Note(
        c.whole(seq),
        c.whole(tick),
        c.text(type),
        c.text(kind),
        c.number(intensity),
        c.number(impact),
        c.whole(about),
        c.flag(flag));
  }

  boolean is(String other) {
    return type.equals(other);
  }
}
