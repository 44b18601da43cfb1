package life.archive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import life.being.Decider;
import life.being.Fact;
import life.being.LifeId;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.being.SelfState.Unborn;
import life.chronicle.Point;
import life.journal.Biography;
import life.journal.Biography.Told;
import life.law.Laws;

/**
 * Finds moments of lives. The cost does not depend on how old a life is: waypoints are searched by
 * halving, then less than what lies between two of them is read.
 */
public final class Moments {
  /** Facts that are read at once while looking for a moment. */
  private static final int STEP = 256;

  private final Biography biography;

  /** Finds them in that biography. */
  public Moments(Biography biography) {
    this.biography = biography;
  }

  /**
   * The life at that point.
   *
   * @throws NoSuchMoment if it has not come, or came never
   */
  public Moment at(LifeId id, Point point) {
    long head = biography.lastSeq(id);
    if (head == 0) {
      throw new NoSuchMoment("nobody of the name " + id + " was ever born here");
    }
    return switch (point) {
      case Point.Head _ -> after(id, head, head);
      case Point.Seq(long seq) -> seq(id, seq, head);
      case Point.Tick(long tick) -> tick(id, tick, head);
      case Point.Age(var age) -> tick(id, ticks(id, age), head);
      case Point.Felt(var felt) -> felt(id, seconds(felt), head);
      case Point.Time(var at) -> {
        long seq =
            last(head, n -> biography.writtenAt(id, n).stream().allMatch(t -> !t.isAfter(at)));
        if (seq == 0) {
          throw new NoSuchMoment(
              id
                  + " was not born at "
                  + at
                  + ", but at "
                  + biography.writtenAt(id, 1).orElseThrow());
        }
        yield after(id, seq, head);
      }
    };
  }

  private Moment seq(LifeId id, long seq, long head) {
    if (seq > head) {
      throw new NoSuchMoment(id + " has " + head + " facts so far, so there is no fact " + seq);
    }
    return after(id, seq, head);
  }

  private Moment after(LifeId id, long seq, long head) {
    return new Moment(biography.stateAt(id, seq), Optional.empty(), seq == head);
  }

  private Moment tick(LifeId id, long tick, long head) {
    var around = around(id, head, state -> living(state).tick() <= tick);
    var being = living(around.before());
    if (being.tick() == tick || around.next().isEmpty()) {
      if (being.tick() < tick) {
        throw late(around.before(), "tick " + tick, "tick " + being.tick());
      }
      return exactly(around, head);
    }
    return within(around, tick - being.tick());
  }

  private Moment felt(LifeId id, double felt, long head) {
    var around = around(id, head, state -> living(state).condition().felt() <= felt);
    if (around.next().isEmpty()) {
      double now = living(around.before()).condition().felt();
      if (now < felt) {
        throw late(around.before(), felt + " s as it felt them", now + " s");
      }
      return exactly(around, head);
    }
    if (!(around.next().get() instanceof Fact.Lived(long ticks, _))) {
      return exactly(around, head);
    }
    long low = 0;
    long high = ticks; // at the end of the span more was felt
    while (high - low > 1) {
      long middle = low + (high - low) / 2;
      if (living(within(around, middle).state()).condition().felt() <= felt) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low == 0 ? exactly(around, head) : within(around, low);
  }

  private static NoSuchMoment late(SelfState last, String asked, String now) {
    var id = living(last).origin().id();
    return new NoSuchMoment(
        switch (last) {
          case Dead dead ->
              "%s died of %s at %s, before %s".formatted(id, dead.cause().word(), now, asked);
          case Alive _, Unborn _ -> "%s is at %s now; %s has not come".formatted(id, now, asked);
        });
  }

  private static Moment exactly(Around around, long head) {
    return new Moment(around.before(), Optional.empty(), around.before().seq() == head);
  }

  /** Lives a span again, up to a moment in it. */
  private static Moment within(Around around, long ticks) {
    var being = living(around.before());
    long whole = around.next().orElseThrow() instanceof Fact.Lived(long all, _) ? all : ticks;
    long from = being.tick();
    return Laws.of(being.origin().laws().version())
        .map(laws -> {
          var moment = new life.being.Moment(being.condition());
          long passed = laws.flow(moment, ticks, being);
          if (passed != ticks) {
            throw new IllegalStateException(
                "%s, fact %d: the span ends %d ticks early when it is lived again; verify this life"
                    .formatted(being.origin().id(), being.seq() + 1, ticks - passed));
          }
          return new Moment(
              being.within(ticks, moment.condition()),
              Optional.of(new Moment.Span(being.seq() + 1, from, from + whole, true)),
              false);
        })
        .orElseGet(() ->
            new Moment(
                being,
                Optional.of(new Moment.Span(being.seq() + 1, from, from + whole, false)),
                false));
  }

  /** The last state that is early enough, and the fact that leads beyond it, if there is one. */
  private record Around(SelfState before, Optional<Fact> next) {}

  /** Early states come before late ones. */
  private Around around(LifeId id, long head, Predicate<SelfState> isEarly) {
    var state = nearest(id, head, isEarly);
    if (state instanceof Unborn) {
      state = biography.stateAt(id, 1);
      if (!isEarly.test(state)) {
        throw new NoSuchMoment(id + " was not born then");
      }
    }
    while (state.seq() < head) {
      var told = new ArrayList<Told>(STEP);
      var last = biography.tell(id, state, Math.min(head, state.seq() + STEP), told::add);
      if (last.equals(state)) {
        break;
      }
      if (!isEarly.test(last)) {
        return first(state, told, isEarly);
      }
      state = last;
    }
    return new Around(state, Optional.empty());
  }

  private static Around first(SelfState from, List<Told> told, Predicate<SelfState> isEarly) {
    var before = from;
    for (var each : told) {
      if (!isEarly.test(each.after())) {
        return new Around(before, Optional.of(each.fact()));
      }
      before = each.after();
    }
    throw new IllegalStateException("one of them was late");
  }

  /** The latest waypoint that is early enough; the unborn if none is. */
  private SelfState nearest(LifeId id, long head, Predicate<SelfState> isEarly) {
    var best = Decider.UNBORN;
    long low = 0;
    long high = head;
    while (high - low > STEP) {
      long middle = low + (high - low) / 2;
      var waypoint = biography.waypoint(id, middle);
      if (waypoint.seq() > low && isEarly.test(waypoint)) {
        best = waypoint;
        low = middle;
      } else if (waypoint.seq() > low) {
        high = waypoint.seq();
      } else {
        low = middle;
      }
    }
    return best;
  }

  /**
   * The highest of 1..n for which it holds; 0 if it holds for none. It holds for the lower ones.
   */
  private static long last(long n, LongPredicate holds) {
    long low = 0;
    long high = n + 1;
    while (high - low > 1) {
      long middle = low + (high - low) / 2;
      if (holds.test(middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private long ticks(LifeId id, Duration age) {
    double length = living(biography.stateAt(id, 1)).origin().laws().tickSeconds();
    return (long) Math.floor(seconds(age) / length + 1e-9);
  }

  private static double seconds(Duration span) {
    return span.toSeconds() + span.toNanosPart() / 1e9;
  }

  /** The last living state. */
  static Alive living(SelfState state) {
    return switch (state) {
      case Alive alive -> alive;
      case Dead dead -> dead.last();
      case Unborn _ -> throw new IllegalArgumentException("it is not born yet");
    };
  }
}
