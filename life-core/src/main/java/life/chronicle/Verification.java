package life.chronicle;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.IntFunction;
import life.being.Constitution;
import life.being.Decider;
import life.being.Decision;
import life.being.Fact;
import life.being.LifeCommand;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.being.SelfState.Unborn;
import org.jspecify.annotations.Nullable;

/**
 * Lives a life again from its inputs alone, and compares every fact that the laws make of them with
 * the one that was recorded. Takes the facts one by one, in order; keeps nothing but a state.
 *
 * <p>A verification may begin in the middle of a life. What belongs to a decision that was taken
 * before it began can't be compared, and is counted as {@link Tally#told} alone.
 */
public final class Verification {
  private final IntFunction<Optional<Constitution>> laws;
  private final ArrayDeque<Fact> due = new ArrayDeque<>();
  private final Progress now;

  /** The one place that changes: where the verification stands. */
  private static final class Progress {
    private SelfState state;
    private Outcome outcome = new Outcome.Equal();
    private boolean begun;
    private long cause;
    private long told;
    private long compared;
    private long inputs;
    private long marks;
    private long ticks;

    Progress(SelfState state) {
      this.state = state;
    }
  }

  /** What has come out so far. */
  public sealed interface Outcome {
    /** Every fact was what the laws make of the inputs. */
    record Equal() implements Outcome {}

    /** The record and the laws do not agree; nothing after it was compared. */
    record Diverged(Divergence divergence) implements Outcome {}

    /**
     * It was lived under laws that this program does not have.
     *
     * @param seq the first fact of which nothing can be said
     * @param version the version of these laws
     */
    record NotComparable(long seq, int version) implements Outcome {}
  }

  /**
   * How much was done.
   *
   * @param told facts that were taken
   * @param compared facts that were compared with what the laws make
   * @param inputs how many of these came from outside
   * @param marks how many of these were recorded hashes of the whole state
   * @param ticks of the life that were lived again
   */
  public record Tally(long told, long compared, long inputs, long marks, long ticks) {}

  /**
   * Begins.
   *
   * @param laws the laws of a version, if they are known
   * @param from the state after which the first fact will come
   */
  public Verification(IntFunction<Optional<Constitution>> laws, SelfState from) {
    this.laws = laws;
    this.now = new Progress(from);
    this.now.begun = from instanceof Unborn;
  }

  /** Takes the next fact; does nothing once the outcome is not equal. */
  public void next(Fact recorded) {
    if (!(now.outcome instanceof Outcome.Equal)) {
      return;
    }
    long seq = now.state.seq() + 1;
    now.told++;
    if (recorded instanceof Fact.Input input && due.isEmpty()) {
      now.begun = true;
      decide(seq, input);
    }
    if (now.begun && now.outcome instanceof Outcome.Equal) {
      compare(seq, recorded);
    }
    if (now.outcome instanceof Outcome.Equal) {
      evolve(seq, recorded);
    }
  }

  /** The record ends here. */
  public Outcome end() {
    if (now.outcome instanceof Outcome.Equal && !due.isEmpty()) {
      diverged(now.state.seq() + 1, due.poll(), null, "the record ends before this fact");
    }
    return now.outcome;
  }

  /** What has come out so far. */
  public Outcome outcome() {
    return now.outcome;
  }

  /** How much was done so far. */
  public Tally tally() {
    return new Tally(now.told, now.compared, now.inputs, now.marks, now.ticks);
  }

  /** The state after the last fact that was right. */
  public SelfState state() {
    return now.state;
  }

  private void decide(long seq, Fact.Input input) {
    now.cause = seq;
    if (now.state instanceof Unborn && !(input instanceof Fact.Born)) {
      diverged(seq, null, input, "the laws refuse it: it is not born yet");
      return;
    }
    int version = version(input);
    var known = laws.apply(version);
    if (known.isEmpty()) {
      now.outcome = new Outcome.NotComparable(seq, version);
      return;
    }
    switch (new Decider(known.get()).decide(now.state, again(input))) {
      case Decision.Happened happened -> due.addAll(happened.facts());
      case Decision.Refused(var refusal) ->
          diverged(seq, null, input, "the laws refuse it: " + refusal.words());
    }
  }

  /** No real span is longer than that of one mark; a forged one is not lived to its end. */
  private static LifeCommand again(Fact.Input input) {
    return input instanceof Fact.Lived(long ticks, _)
        ? new LifeCommand.Live(Math.min(ticks, Decider.MARK_INTERVAL_TICKS + 1))
        : LifeCommand.of(input);
  }

  /** Of the laws under which an input is answered. */
  private int version(Fact.Input input) {
    return switch (now.state) {
      case Unborn _ -> input instanceof Fact.Born(var origin, _) ? origin.laws().version() : 0;
      case Alive alive -> alive.origin().laws().version();
      case Dead dead -> dead.last().origin().laws().version();
    };
  }

  private void compare(long seq, Fact recorded) {
    var expected = due.poll();
    if (expected == null) {
      diverged(seq, null, recorded, "the laws make no such fact here");
    } else if (!expected.equals(recorded)) {
      diverged(seq, expected, recorded, "the laws make something else of it");
    } else {
      now.compared++;
    }
  }

  private void evolve(long seq, Fact fact) {
    try {
      now.state = Decider.evolve(now.state, fact);
    } catch (IllegalArgumentException e) {
      diverged(seq, null, fact, "it can't follow here: " + e.getMessage());
      return;
    }
    now.inputs += fact instanceof Fact.Input ? 1 : 0;
    now.marks += fact instanceof Fact.Marked ? 1 : 0;
    now.ticks += fact instanceof Fact.Lived(long ticks, _) ? ticks : 0;
  }

  private void diverged(long seq, @Nullable Fact expected, @Nullable Fact recorded, String words) {
    now.outcome =
        new Outcome.Diverged(
            new Divergence(
                seq,
                Optional.ofNullable(expected),
                Optional.ofNullable(recorded),
                now.cause,
                words));
  }
}
