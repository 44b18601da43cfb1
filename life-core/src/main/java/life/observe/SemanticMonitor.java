package life.observe;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import life.being.Fact;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.being.SelfState.Unborn;
import life.detect.Checkpoint;
import life.detect.CheckpointReader;
import life.detect.CheckpointWriter;

/**
 * Understands one life while it watches it: a fold over its facts from birth on, in their order. It
 * notices what is unusual, and knows how the being is doing and what its hour, day and life were so
 * far. The same facts lead to the same, live or years later; nothing here reaches back to the
 * being.
 *
 * <p>It needs no more memory for a century than for a day, and can be put down in the middle of a
 * life and taken up again.
 */
public final class SemanticMonitor {
  /** Of the way in which it understands; observations of another version are not comparable. */
  public static final int VERSION = 1;

  private final List<Expectation> expectations =
      List.of(
          new Rested(),
          new SoundSleep(),
          new VitalsMove(),
          new AgeInStep(),
          new SteadyRates(),
          new SteadySleep(),
          new Recovers(),
          new NoFlood(),
          new NoSilence(),
          new WorldKeepsItsWord(),
          new EachStimulusOnce(),
          new Consolidates(),
          new AsLearned(),
          new UsualCourse(),
          new UsualSequence());
  private final Episodes episodes = new Episodes();
  private final Outlook outlook = new Outlook();
  private final Windows windows = new Windows();
  private long seq;

  /** Begins with a life that is not born yet. */
  public SemanticMonitor() {}

  /**
   * Takes up what was put down.
   *
   * @param kept what {@link #keep} gave
   * @throws IllegalArgumentException if it was not kept by this {@link #VERSION}, or is damaged
   */
  public static SemanticMonitor of(byte[] kept) {
    var monitor = new SemanticMonitor();
    var reader = new CheckpointReader(kept);
    try {
      monitor.keep(reader);
    } catch (IllegalArgumentException | NoSuchElementException | ArithmeticException e) {
      throw new IllegalArgumentException("this is no kept monitor: " + e.getMessage(), e);
    }
    if (!reader.isAtEnd()) {
      throw new IllegalArgumentException("this is no kept monitor: it goes on after its end");
    }
    return monitor;
  }

  /** All that it knows, to go on from here later. */
  public byte[] keep() {
    var writer = new CheckpointWriter();
    keep(writer);
    return writer.written();
  }

  /** The number of the last fact that it has taken; 0 before birth. */
  public long seq() {
    return seq;
  }

  /** The observations that go on, the oldest first. */
  public List<Observation> open() {
    return episodes.open();
  }

  /**
   * How the being is doing.
   *
   * @param now its state after the last fact that this took; born
   */
  public Interpretation interpretation(SelfState now) {
    return outlook.of(now);
  }

  /** The present hour, day or life so far; empty before birth. */
  public Optional<Window> window(Scope scope) {
    return windows.now(scope);
  }

  /**
   * Takes the next fact of the life, which led from one state to the other.
   *
   * @return what has changed in what it noticed: new versions of observations; mostly none
   * @throws IllegalArgumentException if it is not the next fact
   */
  public List<Observation> next(SelfState before, Fact fact, SelfState after) {
    if (before.seq() != seq || after.seq() != seq + 1) {
      throw new IllegalArgumentException(
          "after fact " + seq + " comes the next one, not fact " + after.seq());
    }
    seq = after.seq();
    switch (after) {
      case Unborn _ -> {}
      case Alive now -> {
        sumUp(before, fact, now);
        watch(before instanceof Alive then ? then : now, fact, now);
      }
      case Dead dead -> {
        sumUp(before, fact, dead);
        episodes.endAll(seq);
      }
    }
    return episodes.changes();
  }

  private void sumUp(SelfState before, Fact fact, SelfState after) {
    outlook.next(before, fact, after);
    windows.next(before, fact, after, _ -> {});
  }

  private void watch(Alive before, Fact fact, Alive after) {
    episodes.at(after);
    for (var expectation : expectations) {
      expectation.next(before, fact, after, episodes);
    }
    episodes.settle();
  }

  private void keep(Checkpoint checkpoint) {
    int version = checkpoint.count(VERSION);
    if (version != VERSION) {
      throw new IllegalArgumentException("it is of version " + version + ", not " + VERSION);
    }
    seq = checkpoint.whole(seq);
    episodes.keep(checkpoint);
    expectations.forEach(each -> each.keep(checkpoint));
    outlook.keep(checkpoint);
    windows.keep(checkpoint);
  }
}
