package life.mind;

import java.util.ArrayList;
import java.util.List;
import life.body.Bounds;
import life.body.Canon;

/**
 * Stimuli whose consequence is still to be observed: those that came together count as one.
 *
 * @param opened the tick at which the first of them was met
 * @param drive right after the last of them
 * @param cues 1 to {@link #MOST_CUES}, in the order in which they came
 */
public record Trial(long opened, double drive, List<Cue> cues) {
  /** Most stimuli in one trial; further ones go unlearned. */
  public static final int MOST_CUES = 7;

  /** Most trials that are open at once; further stimuli go unlearned. */
  public static final int MOST_OPEN = 8;

  /** Stimuli within so many seconds count as one. */
  public static final double TOGETHER_SECONDS = 10;

  /** So many seconds after the first of them the consequence is observed. */
  public static final double WINDOW_SECONDS = 300;

  /**
   * A stimulus of a trial.
   *
   * @param seq of the fact in which it was met
   * @param kind of the stimulus
   * @param salience α: how much it was noticed, in [0, 1]
   */
  public record Cue(long seq, String kind, double salience) {
    void writeTo(Canon canon) {
      canon.text(kind).number(salience);
    }
  }

  public Trial {
    Bounds.within("number of cues", cues.size(), 1, MOST_CUES);
    cues = List.copyOf(cues);
  }

  /** With one more stimulus; where there is no room it is not learned about. */
  Trial joined(Cue cue, double driveAfter) {
    var more = new ArrayList<>(cues);
    if (more.size() < MOST_CUES) {
      more.add(cue);
    }
    return new Trial(opened, driveAfter, more);
  }

  /** The seqs of all cues. */
  public List<Long> seqs() {
    return cues.stream().map(Cue::seq).toList();
  }

  void writeTo(Canon canon) {
    canon.whole(opened).number(drive).list(cues, Cue::writeTo);
  }
}
