package life.observe;

import life.being.Fact;
import life.mind.Trace;

/** Something of a chapter that is worth telling by itself. */
sealed interface Scene {
  /** The fact in which it happened, or after which it was so. */
  long seq();

  /** A value and the fact after which it was so. */
  record Peak(double value, long seq, long tick) implements Scene {}

  /** A sleep; its ends are 0 where they lie outside of the chapter. */
  record Night(long asleepSeq, long fromTick, long wokeSeq, long toTick, boolean roused)
      implements Scene {
    @Override
    public long seq() {
      return wokeSeq;
    }

    long ticks() {
      return toTick - fromTick;
    }
  }

  /** A fact that changed the course of the life. */
  record Turn(Fact fact, long seq, long tick) implements Scene {}

  /** A memory that came back; {@code cause} reminded the being of it, or is 0. */
  record Memory(Trace trace, long seq, long tick, long cause, double strength) implements Scene {}

  /** What was learned to expect after a kind of stimulus. */
  record Lesson(String cue, double before, double after, long seq) implements Scene {
    double by() {
      return after - before;
    }
  }

  /** A memory that sleep kept, and the sleep's fact. */
  record Keepsake(Trace trace, long seq) implements Scene {}
}
