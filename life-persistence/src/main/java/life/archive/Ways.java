package life.archive;

import java.util.Optional;
import java.util.function.Consumer;
import life.being.Course;
import life.being.Decider;
import life.being.Fact;
import life.being.LifeId;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.chronicle.Point;
import life.journal.Biography;
import life.journal.Biography.Told;
import life.law.Laws;

/** Finds the ways that lives took from a point on, to be gone again otherwise. */
final class Ways {
  /** Thirty years of seconds. */
  private static final long MOST_FORESEEN = 1_000_000_000;

  private final Biography biography;
  private final Moments moments;

  Ways(Biography biography) {
    this.biography = biography;
    this.moments = new Moments(biography);
  }

  /**
   * The parent's way from the point on.
   *
   * @param at the parent at the point
   * @param rest what is left of a span in which the point lies
   * @param from the last fact of the parent before which all is shared; the span's, if in one
   * @param to the last whole fact of the parent that counts
   * @param until the last tick
   * @param part what counts of a span of the parent that is not over then
   * @param isForeseen whether the parent's record ends before that
   * @param head the parent's last state, from which it is foreseen
   * @param parent as it is there
   */
  record Way(
      LifeId life,
      Decider laws,
      Alive at,
      Optional<Fact.Lived> rest,
      SelfState from,
      long to,
      long until,
      Optional<Fact.Lived> part,
      boolean isForeseen,
      SelfState head,
      SelfState parent) {}

  /**
   * The way of the life that is asked about.
   *
   * @param patient takes every fact that is foreseen, and may end the work
   */
  Way of(Question question, Point point, Consumer<Fact> patient) {
    var id = question.life();
    var found = moments.at(id, point);
    var decided = found.span().isPresent() ? found.state() : decided(id, found.state());
    if (!(decided instanceof Alive at)) {
      throw new IllegalArgumentException(
          "%s was dead then, since tick %d; choose an earlier point"
              .formatted(id, Moments.living(decided).tick()));
    }
    int version = at.origin().laws().version();
    var laws =
        new Decider(
            Laws.of(version)
                .orElseThrow(() ->
                    new IllegalArgumentException(
                        "it was lived under laws version %d, which this program does not have"
                            .formatted(version))));
    Optional<Fact.Lived> rest = Optional.empty();
    SelfState from = at;
    if (found.span().isPresent()) {
      var span = told(id, at.seq() + 1);
      var whole = (Fact.Lived) span.fact();
      rest = Optional.of(new Fact.Lived(found.span().get().to() - at.tick(), whole.after()));
      from = span.after();
    }
    long last = biography.lastSeq(id);
    var head = biography.stateAt(id, last);
    long until = until(question, at, Moments.living(head).tick());
    if (until > Moments.living(head).tick()) {
      var foreseen = new Course(laws, head, patient).until(until).state();
      return new Way(id, laws, at, rest, from, last, until, Optional.empty(), true, head, foreseen);
    }
    if (until == Moments.living(head).tick()) {
      return new Way(id, laws, at, rest, from, last, until, Optional.empty(), false, head, head);
    }
    var end = moments.at(id, new Point.Tick(until));
    var parent = end.state();
    var part =
        end.span()
            .map(span ->
                new Fact.Lived(
                    until - Math.max(span.from(), at.tick()), Moments.living(parent).condition()))
            .filter(_ -> until > at.tick());
    return new Way(id, laws, at, rest, from, parent.seq(), until, part, false, head, parent);
  }

  private static long until(Question question, Alive at, long headTick) {
    if (question.until().isEmpty()) {
      return headTick;
    }
    var asked = question.until().get();
    long ticks = (long) (asked.seconds() / at.origin().laws().tickSeconds() + 1e-9);
    long until = asked.fromPoint() ? at.tick() + ticks : ticks;
    if (until - headTick > MOST_FORESEEN) {
      throw new IllegalArgumentException(
          "at most %d ticks beyond the life's record can be foreseen, not %d"
              .formatted(MOST_FORESEEN, until - headTick));
    }
    if (until < at.tick()) {
      throw new IllegalArgumentException(
          "tick %d, up to which it is asked, is before the point, which is tick %d"
              .formatted(until, at.tick()));
    }
    return until;
  }

  /** The state when all has followed that follows from what came at this moment. */
  private SelfState decided(LifeId id, SelfState at) {
    var state = at;
    for (var told : biography.page(id, at.seq(), Biography.MOST_FACTS)) {
      if (!(told.fact() instanceof Fact.Derived)) {
        return state;
      }
      state = told.after();
    }
    return state;
  }

  /** That fact of a life. */
  Told told(LifeId id, long seq) {
    var page = biography.page(id, seq - 1, 1);
    if (seq < 1 || page.isEmpty()) {
      throw new NoSuchMoment(id + " has no fact " + seq);
    }
    return page.getFirst();
  }
}
