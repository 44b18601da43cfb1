package life.journal;

import java.time.Instant;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.being.SelfState.Unborn;
import life.being.StateHash;
import life.detect.CheckpointReader;
import life.detect.CheckpointWriter;
import life.observe.SemanticMonitor;

/**
 * How far a life was watched, to go on from there.
 *
 * @param monitor after its last fact
 * @param fingerprint of the state there, see {@link #fingerprint(SelfState)}
 * @param isOver whether that was the last fact of the dead
 * @param news facts after this one are new to those who listen; those up to it are only caught up
 * @param versions of observations that there are so far
 */
public record Watched(
    SemanticMonitor monitor, String fingerprint, boolean isOver, long news, long versions) {

  /**
   * Tells a life from another one of the same name: what it is to the last bit, and when it was
   * born.
   */
  public static String fingerprint(SelfState state) {
    var born =
        switch (state) {
          case Unborn _ -> Instant.EPOCH;
          case Alive being -> being.origin().bornAt();
          case Dead dead -> dead.last().origin().bornAt();
        };
    return StateHash.of(state) + " " + born;
  }

  /** Whether it was watched so far that this is its state. */
  public boolean fits(SelfState state) {
    return monitor.seq() == state.seq() && fingerprint.equals(fingerprint(state));
  }

  /** The number of the last fact comes first, so that it can be had without the rest. */
  byte[] toBytes() {
    var to = new CheckpointWriter();
    to.count(SemanticMonitor.VERSION);
    to.whole(monitor.seq());
    to.flag(isOver);
    to.text(fingerprint);
    to.whole(news);
    to.whole(versions);
    to.bytes(monitor.keep());
    return to.written();
  }

  /**
   * @throws IllegalArgumentException if it is of another version of the monitor, or damaged
   */
  static Watched of(byte[] bytes) {
    var from = new CheckpointReader(bytes);
    Progress.read(from);
    var fingerprint = from.text("");
    long news = from.whole(0);
    long versions = from.whole(0);
    var monitor = SemanticMonitor.of(from.bytes(new byte[0]));
    var progress = Progress.of(bytes);
    if (!from.isAtEnd() || monitor.seq() != progress.seq()) {
      throw new IllegalArgumentException("its parts don't fit together");
    }
    return new Watched(monitor, fingerprint, progress.isOver(), news, versions);
  }

  /** The beginning of it; fails as the whole does. */
  record Progress(long seq, boolean isOver) {
    static Progress of(byte[] bytes) {
      return read(new CheckpointReader(bytes));
    }

    private static Progress read(CheckpointReader from) {
      long version = from.whole(0);
      if (version != SemanticMonitor.VERSION) {
        throw new IllegalArgumentException(
            "it was made by version %d of the monitor, and this is version %d"
                .formatted(version, SemanticMonitor.VERSION));
      }
      long seq = from.whole(0);
      if (seq < 0) {
        throw new IllegalArgumentException("fact " + seq + " can't be the last one");
      }
      return new Progress(seq, from.flag(false));
    }
  }
}
