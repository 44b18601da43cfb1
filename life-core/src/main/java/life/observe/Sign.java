package life.observe;

import java.util.ArrayList;
import java.util.List;
import life.body.Bounds;
import life.detect.Checkpoint;

/**
 * One thing that was unusual.
 *
 * @param kind what it is
 * @param subject what it is about: a kind of stimulus, a vital, a rate; empty where there is only
 *     one
 * @param since where it began; not later than it was noticed
 * @param evidence seqs of the facts that show it, in order; 1 to {@link #MOST_EVIDENCE}
 * @param strength how unusual it was at most: the decimal digits of its odds, so 6 means one in a
 *     million; in [0, {@link #CERTAIN}]
 * @param words why it is unusual for this being
 */
public record Sign(
    SignKind kind,
    String subject,
    Juncture since,
    List<Long> evidence,
    double strength,
    String words) {
  /** Most facts that are named. */
  public static final int MOST_EVIDENCE = 12;

  /** The strength of what can't be chance. */
  public static final double CERTAIN = 99;

  public Sign {
    Bounds.within("facts of evidence", evidence.size(), 1, MOST_EVIDENCE);
    Bounds.within("strength", strength, 0, CERTAIN);
    evidence = List.copyOf(evidence);
  }

  /** Whether another one is of the same kind and about the same. */
  boolean isLike(Sign other) {
    return kind == other.kind && subject.equals(other.subject);
  }

  Sign keep(Checkpoint checkpoint) {
    var which = SignKind.named(checkpoint.text(kind.word())).orElseThrow();
    var about = checkpoint.text(subject);
    var began = since.keep(checkpoint);
    int count = checkpoint.size(evidence.size());
    var seqs = new ArrayList<Long>(count);
    for (int i = 0; i < count; i++) {
      seqs.add(checkpoint.whole(checkpoint.isReading() ? 0 : evidence.get(i)));
    }
    return new Sign(which, about, began, seqs, checkpoint.number(strength), checkpoint.text(words));
  }

  /** Something to call {@link #keep} on when reading. */
  static Sign blank() {
    return new Sign(SignKind.SURPRISE, "", new Juncture(1, 0), List.of(1L), 0, "");
  }
}
