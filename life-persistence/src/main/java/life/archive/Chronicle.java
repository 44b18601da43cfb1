package life.archive;

import life.being.Decider;
import life.being.Fact;
import life.being.LifeId;
import life.being.StateHash;
import life.chronicle.Verification;
import life.journal.Biography;
import life.law.Laws;

/** Long looks at whole lives. They read what is durable and disturb nobody. */
public final class Chronicle {
  private final Biography biography;

  /** Looks into that biography. */
  public Chronicle(Biography biography) {
    this.biography = biography;
  }

  /**
   * Lives a life again from its inputs and compares, up to the last fact that is durable now.
   *
   * @param fromWaypoint whether to begin at the last kept state rather than at its birth
   */
  public Verified verify(LifeId id, boolean fromWaypoint, Progress progress) {
    long head = biography.lastSeq(id);
    if (head == 0) {
      throw new NoSuchMoment("nobody of the name " + id + " was ever born here");
    }
    var from = fromWaypoint ? biography.kept(id, head - 1) : Decider.UNBORN;
    var verification = new Verification(Laws::of, from);
    try (var facts = new Ahead<Fact>(to -> biography.facts(id, from.seq() + 1, head, to))) {
      long done = 0;
      for (var fact = facts.next(); fact.isPresent(); fact = facts.next()) {
        verification.next(fact.get());
        step(progress, ++done, head - from.seq());
      }
    }
    return verified(id, from.seq(), verification);
  }

  static Verified verified(LifeId id, long after, Verification verification) {
    var outcome = verification.end();
    return new Verified(
        id, after, outcome, verification.tally(), StateHash.of(verification.state()));
  }

  static void step(Progress progress, long done, long all) {
    if (done % Progress.STEP == 0) {
      progress.at(done, all);
    }
  }
}
