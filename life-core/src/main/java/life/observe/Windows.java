package life.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import life.being.Fact;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.being.SelfState.Unborn;
import life.detect.Checkpoint;
import life.mind.Condition;
import life.mind.Line;
import life.mind.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * Sums a life up by hours, days and as a whole: a fold over its facts, in their order, that holds
 * only the present hour, day and life. Whoever wants closed ones takes them when they close.
 *
 * <p>What happens at a tick belongs to the stretch that begins with it or holds it, a span of quiet
 * time to all stretches that it crosses; within it, the condition is taken to move in a straight
 * line. A day is the sum of its hours and the life that of its days, so what is said of them is the
 * same whoever adds them up.
 */
public final class Windows {
  /** How often a quantity is looked at. */
  private static final double SAMPLE_SECONDS = 120;

  private final Flow flow = new Flow();
  private final List<Encounters> met = new ArrayList<>();
  private boolean begun;
  private double tickSeconds;
  private long step;
  private long hour;
  private long end;
  private long fromTick;
  private long toTick;
  private long facts;
  private long first;
  private long last;
  private long slept;
  private long fellAsleep;
  private long roused;
  private double felt;
  private long kept;
  private long forgotten;
  private long recalled;
  private long echoed;
  private int held;
  private long learned;
  private long adapted;
  private long rolledBack;
  private long degraded;
  private long recovered;
  private @Nullable Window day;
  private @Nullable Window life;

  /**
   * Takes the next fact, which led from one state to the other.
   *
   * @param closed gets each hour and each day that is over, the hour before its day
   */
  public void next(SelfState before, Fact fact, SelfState after, Consumer<Window> closed) {
    var being = living(after);
    if (!begun) {
      begin(before instanceof Alive alive ? alive : being, after.seq());
    }
    if (fact instanceof Fact.Lived(long ticks, var to) && before instanceof Alive from) {
      pass(from, new Line(from.condition(), from.tick(), to, from.tick() + ticks), after, closed);
      return;
    }
    if (being.tick() >= end) {
      roll(being.tick(), being.condition(), closed);
    }
    take(after.seq());
    happen(fact, being);
  }

  private static Alive living(SelfState state) {
    return switch (state) {
      case Alive alive -> alive;
      case Dead dead -> dead.last();
      case Unborn _ -> throw new IllegalArgumentException("no fact leads to the unborn");
    };
  }

  private void begin(Alive being, long seq) {
    begun = true;
    tickSeconds = being.origin().laws().tickSeconds();
    step = being.origin().laws().ticks(SAMPLE_SECONDS);
    held = being.mind().memory().longTerm().traces().size();
    enter(being.tick(), being.condition());
    first = seq;
    last = seq;
  }

  private void pass(Alive from, Line line, SelfState after, Consumer<Window> closed) {
    var was = line.start();
    for (long at = line.startTick(); at < line.endTick(); ) {
      if (at >= end) {
        roll(at, was, closed);
      }
      first = facts == 0 && fromTick == at ? after.seq() : first;
      last = after.seq();
      long next = ((at - fromTick) / step + 1) * step + fromTick;
      long until = Math.min(Math.min(line.endTick(), end), next);
      var is = line.at(until);
      flow.move(is, until - at);
      if (until == next) {
        flow.sample();
      }
      felt += is.felt() - was.felt();
      slept += from.sleep().asleep() ? until - at : 0;
      toTick = until;
      at = until;
      was = is;
    }
    facts++;
  }

  private void take(long seq) {
    first = facts == 0 && fromTick == toTick ? seq : first;
    last = seq;
    facts++;
  }

  private void happen(Fact fact, Alive being) {
    switch (fact) {
      case Fact.Met(_, var stimulus, var meaning, var condition) ->
          meet(stimulus.kind(), stimulus.intensity(), meaning, condition);
      case Fact.FellAsleep _ -> fellAsleep++;
      case Fact.Woke(_, boolean wasRoused) -> roused += wasRoused ? 1 : 0;
      case Fact.Consolidated(_, var keeps, var drops) -> {
        kept += keeps.size();
        forgotten += drops.size();
        held = being.mind().memory().longTerm().traces().size();
      }
      case Fact.Recalled _ -> recalled++;
      case Fact.Echoed echo -> {
        echoed++;
        flow.jump(echo.after());
      }
      case Fact.Observed _ -> learned++;
      case Fact.Adapted _ -> adapted++;
      case Fact.RolledBack _ -> rolledBack++;
      case Fact.Degraded _ -> degraded++;
      case Fact.Recovered _ -> recovered++;
      case Fact.Born _,
          Fact.Lived _,
          Fact.Reached _,
          Fact.Resumed _,
          Fact.Settled _,
          Fact.Branched _,
          Fact.Died _,
          Fact.Marked _ -> {}
    }
  }

  private void meet(String kind, double intensity, Meaning meaning, Condition condition) {
    Encounters.add(met, Encounters.one(kind, intensity, meaning.response()));
    flow.jump(condition);
  }

  private void roll(long tick, Condition condition, Consumer<Window> closed) {
    var over = hour();
    closed.accept(over);
    var today = day == null ? over.as(Scope.DAY) : day.plus(over);
    if (Scope.DAY.number(tick, tickSeconds) == today.number()) {
      day = today;
    } else {
      closed.accept(today);
      life = life == null ? today.as(Scope.LIFE) : life.plus(today);
      day = null;
    }
    enter(tick, condition);
  }

  private void enter(long tick, Condition condition) {
    hour = Scope.HOUR.number(tick, tickSeconds);
    end = Scope.HOUR.begin(hour + 1, tickSeconds);
    fromTick = tick;
    toTick = tick;
    facts = 0;
    flow.begin(condition);
    met.clear();
    slept = 0;
    fellAsleep = 0;
    roused = 0;
    felt = 0;
    kept = 0;
    forgotten = 0;
    recalled = 0;
    echoed = 0;
    learned = 0;
    adapted = 0;
    rolledBack = 0;
    degraded = 0;
    recovered = 0;
  }

  private Window hour() {
    return new Window(
        Scope.HOUR,
        hour,
        fromTick,
        toTick,
        tickSeconds,
        new Window.Facts(facts, first, last),
        flow.spreads(),
        met,
        new Window.Slept(slept, fellAsleep, roused),
        felt,
        new Window.Remembered(kept, forgotten, recalled, echoed, held),
        new Window.Changes(learned, adapted, rolledBack, degraded, recovered));
  }

  /** Saves all that it holds, or restores what was saved. */
  public void keep(Checkpoint checkpoint) {
    begun = checkpoint.flag(begun);
    if (!begun) {
      return;
    }
    flow.keep(checkpoint);
    var kinds = Encounters.kept(met, checkpoint);
    met.clear();
    met.addAll(kinds);
    tickSeconds = checkpoint.number(tickSeconds);
    step = checkpoint.whole(step);
    hour = checkpoint.whole(hour);
    end = checkpoint.whole(end);
    fromTick = checkpoint.whole(fromTick);
    toTick = checkpoint.whole(toTick);
    keepCounts(checkpoint);
    day = Window.kept(day, checkpoint);
    life = Window.kept(life, checkpoint);
  }

  private void keepCounts(Checkpoint checkpoint) {
    facts = checkpoint.whole(facts);
    first = checkpoint.whole(first);
    last = checkpoint.whole(last);
    slept = checkpoint.whole(slept);
    fellAsleep = checkpoint.whole(fellAsleep);
    roused = checkpoint.whole(roused);
    felt = checkpoint.number(felt);
    kept = checkpoint.whole(kept);
    forgotten = checkpoint.whole(forgotten);
    recalled = checkpoint.whole(recalled);
    echoed = checkpoint.whole(echoed);
    held = checkpoint.count(held);
    learned = checkpoint.whole(learned);
    adapted = checkpoint.whole(adapted);
    rolledBack = checkpoint.whole(rolledBack);
    degraded = checkpoint.whole(degraded);
    recovered = checkpoint.whole(recovered);
  }

  /** The present hour, day or life so far; empty before the first fact. */
  public Optional<Window> now(Scope scope) {
    if (!begun) {
      return Optional.empty();
    }
    var hour = hour();
    return Optional.of(
        switch (scope) {
          case HOUR -> hour;
          case DAY -> today(hour);
          case LIFE -> life == null ? today(hour).as(Scope.LIFE) : life.plus(today(hour));
        });
  }

  private Window today(Window hour) {
    return day == null ? hour.as(Scope.DAY) : day.plus(hour);
  }
}
