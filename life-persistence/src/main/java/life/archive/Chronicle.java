package life.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import life.being.Decider;
import life.being.Fact;
import life.being.LifeId;
import life.being.SelfState;
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

  /**
   * Writes a whole life as a {@code .life} file, up to the last fact that is durable now.
   *
   * @param program which version of Life writes it
   * @param now written into the file
   */
  public void export(LifeId id, OutputStream to, String program, Instant now, Progress progress)
      throws IOException {
    long head = biography.lastSeq(id);
    if (head == 0) {
      throw new NoSuchMoment("nobody of the name " + id + " was ever born here");
    }
    int laws = Moments.living(biography.stateAt(id, 1)).origin().laws().version();
    var file = new LifeFileWriter(to, id, laws, program, now);
    try {
      SelfState last =
          biography.tell(
              id,
              Decider.UNBORN,
              head,
              told -> {
                try {
                  file.add(told.at(), told.fact());
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
                step(progress, told.seq(), head);
              });
      file.end(StateHash.of(last));
    } catch (UncheckedIOException e) {
      throw e.getCause() == null ? new IOException(e) : e.getCause();
    }
  }
}
