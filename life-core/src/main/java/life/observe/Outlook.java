package life.observe;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import life.being.Fact;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.being.SelfState.Unborn;
import life.detect.Checkpoint;
import life.mind.Meaning;

/**
 * What is known of the last two days of a being, so that it can be said how it is doing: a fold
 * over its facts, in their order, that holds one mark an hour and the last facts that mattered.
 *
 * <p>What it says is the same whether it began at birth or {@link #HOURS} + 1 hours before: nothing
 * older is looked at.
 */
public final class Outlook {
  /** How far back it looks, in hours of the being's life. */
  public static final int HOURS = 48;

  /** Most facts that it holds. */
  static final int MOST_NOTES = 192;

  /** What a stimulus must do to the vitals to be remembered, in shares of their range. */
  private static final double TELLING = 0.02;

  private final Deque<Note> notes = new ArrayDeque<>();
  private final Deque<Mark> marks = new ArrayDeque<>();
  private long hour;

  /** How a being was about at the full hour. */
  record Mark(
      long seq, long tick, double energy, double stability, double integrity, double drive) {
    static final Mark NONE = new Mark(0, 0, 0, 0, 0, 0);

    private Mark kept(Checkpoint c) {
      return new Mark(
          c.whole(seq),
          c.whole(tick),
          c.number(energy),
          c.number(stability),
          c.number(integrity),
          c.number(drive));
    }
  }

  /** Takes the next fact, which led from one state to the other. */
  public void next(SelfState before, Fact fact, SelfState after) {
    if (after instanceof Alive being) {
      if (hour == 0 && before instanceof Alive then) {
        hour = hour(then);
      }
      long now = hour(being);
      if (now != hour) {
        hour = now;
        mark(being);
      }
    }
    note(before, fact, after);
  }

  private static long hour(Alive being) {
    return Scope.HOUR.number(being.tick(), being.origin().laws().tickSeconds());
  }

  private void mark(Alive being) {
    var vitals = being.condition().vitals();
    if (marks.size() == HOURS) {
      marks.removeFirst();
    }
    marks.addLast(
        new Mark(
            being.seq(),
            being.tick(),
            vitals.energy(),
            vitals.stability(),
            vitals.integrity(),
            being.drive()));
  }

  private void note(SelfState before, Fact fact, SelfState after) {
    var being = living(after);
    switch (fact) {
      case Fact.Met(_, var stimulus, var meaning, _) -> {
        double impact = impact(meaning);
        if (Math.abs(impact) >= TELLING) {
          add(fact, after, being, stimulus.kind(), stimulus.intensity(), impact, 0, false);
        }
      }
      case Fact.Recalled(_, long trace, _, _) -> cameBack(before, fact, after, trace);
      case Fact.Echoed(_, long trace, _, _, _, _) -> cameBack(before, fact, after, trace);
      case Fact.Woke(_, boolean roused) -> add(fact, after, being, "", 0, 0, 0, roused);
      case Fact.Died(_, var cause) -> add(fact, after, being, cause.word(), 0, 0, 0, false);
      case Fact.FellAsleep _, Fact.Degraded _, Fact.Recovered _, Fact.Born _ ->
          add(fact, after, being, "", 0, 0, 0, false);
      case Fact.Lived _,
          Fact.Reached _,
          Fact.Resumed _,
          Fact.Settled _,
          Fact.Branched _,
          Fact.Consolidated _,
          Fact.Observed _,
          Fact.Adapted _,
          Fact.RolledBack _,
          Fact.Marked _ -> {}
    }
  }

  private static double impact(Meaning meaning) {
    var shift = meaning.impact();
    return shift.energy() / 100 + shift.stability() + shift.integrity();
  }

  private void cameBack(SelfState before, Fact fact, SelfState after, long trace) {
    living(before)
        .mind()
        .memory()
        .longTerm()
        .find(trace)
        .ifPresent(found ->
            add(fact, after, living(after), found.kind(), found.intensity(), 0, trace, false));
  }

  private void add(
      Fact fact,
      SelfState after,
      Alive being,
      String kind,
      double intensity,
      double impact,
      long about,
      boolean flag) {
    if (notes.size() == MOST_NOTES) {
      notes.removeFirst();
    }
    notes.addLast(
        new Note(after.seq(), being.tick(), fact.type(), kind, intensity, impact, about, flag));
  }

  private static Alive living(SelfState state) {
    return switch (state) {
      case Alive alive -> alive;
      case Dead dead -> dead.last();
      case Unborn _ -> throw new IllegalArgumentException("nobody is born yet");
    };
  }

  /**
   * How the being is doing.
   *
   * @param now its state after the last fact that this took
   */
  public Interpretation of(SelfState now) {
    var being = living(now);
    double tickSeconds = being.origin().laws().tickSeconds();
    double longAgo = being.tick() - HOURS * Scope.HOUR.seconds() / tickSeconds;
    long firstHour = Math.max(1, hour(being) - HOURS + 1);
    long firstTick = Scope.HOUR.begin(firstHour, tickSeconds);
    return new Judgement(
            notes.stream().filter(note -> note.tick() >= longAgo).toList(),
            marks.stream().filter(mark -> mark.tick() >= firstTick).toList(),
            now)
        .of();
  }

  /** Saves all that it holds, or restores what was saved. */
  public void keep(Checkpoint checkpoint) {
    hour = checkpoint.whole(hour);
    var allNotes = new ArrayList<>(notes);
    int size = checkpoint.isReading() ? checkpoint.length() : checkpoint.count(notes.size());
    notes.clear();
    for (int i = 0; i < size; i++) {
      notes.addLast((checkpoint.isReading() ? Note.NONE : allNotes.get(i)).kept(checkpoint));
    }
    var allMarks = new ArrayList<>(marks);
    int hours = checkpoint.isReading() ? checkpoint.length() : checkpoint.count(marks.size());
    marks.clear();
    for (int i = 0; i < hours; i++) {
      marks.addLast((checkpoint.isReading() ? Mark.NONE : allMarks.get(i)).kept(checkpoint));
    }
  }
}
