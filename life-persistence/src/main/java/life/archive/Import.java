package life.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import life.being.Decider;
import life.being.Decision;
import life.being.Fact;
import life.being.LifeCommand;
import life.being.LifeId;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.being.StateHash;
import life.chronicle.Verification;
import life.chronicle.Verification.Outcome;
import life.journal.Arrival;
import life.journal.FactStore;
import life.law.Laws;
import org.jspecify.annotations.Nullable;

/**
 * Takes a {@code .life} file, which may come from anybody: its chain of hashes is checked, every
 * fact must be able to follow the one before, and unless told otherwise the whole life is lived
 * again and compared. Only a life that is right in all of this is let in, and then at once; of any
 * other nothing stays.
 */
public final class Import {
  private final LifeFileReader file;
  private final LifeFileReader.Head head;
  private SelfState state = Decider.UNBORN;

  private Import(InputStream from) throws IOException {
    this.file = new LifeFileReader(from);
    this.head = file.head();
  }

  /**
   * Lives the life of a file again and compares, without taking it anywhere.
   *
   * @throws LifeFileDamaged if the file is not a life
   */
  public static Verified verify(InputStream from, Progress progress) throws IOException {
    var one = new Import(from);
    return one.read(true, null, progress);
  }

  /**
   * Lets the life of a file in.
   *
   * @param as under which name; as a being of its own if it is another than the file's
   * @param verified whether it must be what the laws make of its inputs
   * @return what the verification has shown; the life is there if it is equal, or nobody asked
   * @throws LifeFileDamaged if the file is not a life
   * @throws life.journal.NotAdmitted if there is a life of that name
   */
  public static Verified into(
      FactStore store,
      InputStream from,
      Optional<LifeId> as,
      boolean verified,
      Instant now,
      Progress progress)
      throws IOException {
    var one = new Import(from);
    var name = as.orElse(one.head.life());
    if (Laws.of(one.head.laws()).isEmpty()) {
      throw new LifeFileDamaged(
          "it was lived under laws version %d, which this program does not have"
              .formatted(one.head.laws()));
    }
    try (var arrival = Arrival.of(store, name)) {
      var result = one.read(verified, arrival, progress);
      if (!result.isEqual()) {
        return result;
      }
      one.rename(name, arrival, now);
      arrival.admit();
      return result;
    }
  }

  private Verified read(boolean verified, @Nullable Arrival arrival, Progress progress)
      throws IOException {
    var verification = new Verification(Laws::of, Decider.UNBORN);
    var end =
        file.facts(entry -> {
          if (verified) {
            verification.next(entry.fact());
          }
          evolve(entry);
          if (arrival != null) {
            add(arrival, entry);
          }
          Chronicle.step(progress, entry.seq(), 0);
        });
    if (state.seq() == 0) {
      throw new LifeFileDamaged("it has no fact");
    }
    var id = Moments.living(state).origin().id();
    if (end.facts() != state.seq() || !end.state().equals(StateHash.of(state))) {
      throw new LifeFileDamaged(
          "its end tells of %d facts and the state %s, but its facts are %d and lead to %s"
              .formatted(end.facts(), end.state(), state.seq(), StateHash.of(state)));
    }
    if (!id.equals(head.life())) {
      throw new LifeFileDamaged(
          "it says that it is %s, but its facts are of %s".formatted(head.life(), id));
    }
    return verified
        ? Chronicle.verified(id, 0, verification)
        : new Verified(
            id,
            0,
            new Outcome.Equal(),
            new Verification.Tally(state.seq(), 0, 0, 0, 0),
            StateHash.of(state));
  }

  private static void add(Arrival arrival, LifeFile.Entry entry) {
    try {
      arrival.add(entry.at(), entry.fact());
    } catch (UncheckedIOException e) {
      throw new LifeFileDamaged(
          "fact %d, '%s', holds what can't be written down"
              .formatted(entry.seq(), entry.fact().type()));
    }
  }

  private void evolve(LifeFile.Entry entry) {
    if (entry.fact() instanceof Fact.Lived(long ticks, _) && ticks > Decider.MARK_INTERVAL_TICKS) {
      throw new LifeFileDamaged(
          "fact %d is a span of %d ticks; no span has more than %d"
              .formatted(entry.seq(), ticks, Decider.MARK_INTERVAL_TICKS));
    }
    try {
      state = Decider.evolve(state, entry.fact());
    } catch (RuntimeException e) { // a stranger's facts may break what we take for granted
      throw new LifeFileDamaged(
          "fact %d, '%s', can't follow the facts before it: %s"
              .formatted(entry.seq(), entry.fact().type(), e.getMessage()));
    }
  }

  private void rename(LifeId name, Arrival arrival, Instant now) {
    if (name.equals(head.life())) {
      return;
    }
    if (!(state instanceof Alive being)) {
      throw new LifeFileDamaged(
          "%s is dead, so it can't go on as %s; import it under its own name"
              .formatted(head.life(), name));
    }
    var origin = being.origin();
    var decided =
        new Decider(Laws.of(head.laws()).orElseThrow())
            .decide(being, new LifeCommand.Branch(name, origin.seed(), origin.laws()));
    if (decided instanceof Decision.Happened happened) {
      happened.facts().forEach(fact -> arrival.add(now, fact));
    }
  }
}
