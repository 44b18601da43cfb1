package life.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import life.being.Decider;
import life.being.LifeId;
import life.being.SelfState;
import life.being.StateHash;
import life.journal.Biography;

/**
 * A whole life as a {@code .life} file, up to the last fact that was durable when it began. It is
 * made piece by piece, as somebody takes it. For one thread at a time.
 */
public final class LifeExport {
  private static final long FACTS_PER_PIECE = 1_000;

  private final Biography biography;
  private final LifeId id;
  private final long head;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final LifeFileWriter file;
  private SelfState state = Decider.UNBORN;
  private boolean ended;

  /**
   * Begins.
   *
   * @param program which version of Life writes it
   * @param now written into the file
   * @throws NoSuchMoment if there is no such life
   */
  public LifeExport(Biography biography, LifeId id, String program, Instant now) {
    this.biography = biography;
    this.id = id;
    this.head = biography.lastSeq(id);
    if (head == 0) {
      throw new NoSuchMoment("nobody of the name " + id + " was ever born here");
    }
    int laws = Moments.living(biography.stateAt(id, 1)).origin().laws().version();
    try {
      this.file = new LifeFileWriter(bytes, id, laws, program, now);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next bytes of the file; empty at its end. */
  public Optional<byte[]> next() {
    if (ended && bytes.size() == 0) {
      return Optional.empty();
    }
    try {
      while (!ended && bytes.size() == 0) {
        add();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] piece = bytes.toByteArray();
    bytes.reset();
    return Optional.of(piece);
  }

  private void add() throws IOException {
    long to = Math.min(head, state.seq() + FACTS_PER_PIECE);
    state =
        biography.tell(
            id,
            state,
            to,
            told -> {
              try {
                file.add(told.at(), told.fact());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    if (state.seq() >= head) {
      file.end(StateHash.of(state));
      ended = true;
    }
  }
}
