package life.http;

import java.util.function.Consumer;
import life.archive.Moments;
import life.being.Decider;
import life.being.Fact;
import life.being.LifeId;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.chronicle.Point;
import life.http.problem.Problem;
import life.journal.Biography;
import life.observe.Scope;

/**
 * An hour or a day of a life that was lived, or all of it.
 *
 * @param of what it is
 * @param number counted from 1
 * @param tickSeconds length of a tick
 * @param ticks how many the whole life has
 * @param from a state from which on the facts lead through it
 * @param until the number of the last fact that tells of it
 * @param isOver whether the life has gone beyond it, so that nothing more will come to it
 */
record Stretch(
    LifeId life,
    Scope of,
    long number,
    double tickSeconds,
    long ticks,
    SelfState from,
    long until,
    boolean isOver) {

  /** Gets the facts of a stretch, in their order. */
  interface Fold {
    void next(SelfState before, Fact fact, SelfState after);
  }

  /**
   * Finds it.
   *
   * @param point a moment in it
   */
  static Stretch at(Biography biography, LifeId id, Scope scope, Point point) {
    var being = being(new Moments(biography).at(id, point).state());
    return numbered(biography, id, scope, number(scope, being));
  }

  /** The number of the hour or day in which a being is. */
  static long number(Scope scope, Alive being) {
    long tick = Math.max(0, being.tick() - 1); // a full hour ends the hour before
    return scope.number(tick, being.origin().laws().tickSeconds());
  }

  /** Finds it by its number. */
  static Stretch numbered(Biography biography, LifeId id, Scope scope, long number) {
    var moments = new Moments(biography);
    var head = moments.at(id, new Point.Head());
    var being = being(head.state());
    double tickSeconds = being.origin().laws().tickSeconds();
    long all = number(scope, being);
    if (number > all) {
      throw Problem.noSuchMoment(
              "%s has lived %d %s%s so far, so there is no %s %d"
                  .formatted(id, all, scope.word(), all == 1 ? "" : "s", scope.word(), number))
          .asException();
    }
    long begin = scope.begin(Math.max(1, number - 1), tickSeconds);
    long end = scope == Scope.LIFE ? being.tick() : scope.begin(number + 1, tickSeconds);
    boolean isOver = end < being.tick() || head.state() instanceof SelfState.Dead;
    var last = end < being.tick() ? moments.at(id, new Point.Tick(end)) : head;
    var from =
        begin == 0
            ? Decider.UNBORN
            : biography.stateAt(id, moments.at(id, new Point.Tick(begin - 1)).state().seq());
    return new Stretch(
        id,
        scope,
        number,
        tickSeconds,
        being.tick(),
        from,
        last.state().seq() + (last.span().isPresent() ? 1 : 0),
        isOver);
  }

  static Alive being(SelfState state) {
    return (Alive) Views.living(state);
  }

  /** Leads through all facts of it, and of the hour or day before it. */
  SelfState fold(Biography biography, Fold fold) {
    return fold(biography, life, from, until, fold);
  }

  static SelfState fold(Biography biography, LifeId life, SelfState from, long until, Fold fold) {
    var each =
        new Consumer<Biography.Told>() {
          private SelfState before = from;

          @Override
          public void accept(Biography.Told told) {
            fold.next(before, told.fact(), told.after());
            before = told.after();
          }
        };
    return biography.tell(life, from, until, each);
  }
}
