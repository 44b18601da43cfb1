package life.observe;

import java.util.ArrayList;
import java.util.List;
import life.mind.Meaning;
import life.mind.Response;

/** What a chapter knows of one kind of stimulus: how often it came, and when it was strongest. */
final class Meetings {
  private final String kind;
  private final List<Long> seqs = new ArrayList<>(Statement.MOST_SEQS);
  private long count;
  private double hardest = -1;
  private long hardestSeq;
  private long firstTick;
  private long lastTick;
  private double impact;
  private double weight;
  private long amplified;
  private long dampened;
  private long ignored;

  Meetings(String kind) {
    this.kind = kind;
  }

  void add(long seq, long tick, double intensity, Meaning meaning) {
    firstTick = count == 0 ? tick : firstTick;
    lastTick = tick;
    count++;
    if (intensity > hardest) {
      hardest = intensity;
      hardestSeq = seq;
    }
    if (seqs.size() < Statement.MOST_SEQS - 1) {
      seqs.add(seq);
    }
    var shift = meaning.impact();
    impact += shift.energy() / 100 + shift.stability() + shift.integrity();
    weight += meaning.significance();
    amplified += meaning.response() == Response.AMPLIFY ? 1 : 0;
    dampened += meaning.response() == Response.DAMPEN ? 1 : 0;
    ignored += meaning.response() == Response.IGNORE ? 1 : 0;
  }

  String kind() {
    return kind;
  }

  long count() {
    return count;
  }

  double hardest() {
    return hardest;
  }

  long firstTick() {
    return firstTick;
  }

  long lastTick() {
    return lastTick;
  }

  /** What all of them did to the vitals, each counted in shares of its range. */
  double impact() {
    return impact;
  }

  /** How much all of them mattered. */
  double weight() {
    return weight;
  }

  long amplified() {
    return amplified;
  }

  long dampened() {
    return dampened;
  }

  long ignored() {
    return ignored;
  }

  /** The first ones and the strongest. */
  List<Long> seqs() {
    var all = new ArrayList<>(seqs);
    all.add(hardestSeq);
    return all;
  }

  long hardestSeq() {
    return hardestSeq;
  }
}
