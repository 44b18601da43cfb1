package life.archive;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import life.being.Course;
import life.being.Decider;
import life.being.Fact;
import life.being.LifeId;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.chronicle.Branch;
import life.chronicle.Edits;
import life.chronicle.Point;
import life.journal.Arrival;
import life.journal.Biography;
import life.journal.Biography.Told;
import life.journal.FactStore;
import life.law.Laws;

/**
 * Lives a life otherwise. The original is only read; a branch is written only where somebody wants
 * to keep it, as a whole life of its own.
 */
public final class WhatIf {
  private final Biography biography;
  private final Moments moments;

  /** Asks that biography. */
  public WhatIf(Biography biography) {
    this.biography = biography;
    this.moments = new Moments(biography);
  }

  /**
   * The answer.
   *
   * @param store where the branch is kept, if the question says so
   * @param now when its own facts are written
   * @throws NoSuchMoment if the life has no such point
   * @throws IllegalArgumentException if the question can't be answered, saying why
   * @throws life.journal.NotAdmitted if there is a life of the name to keep it under
   */
  public MightHaveBeen answer(Question question, FactStore store, Instant now, Progress progress) {
    var edits = new Edit(question);
    var way = way(question, edits.at());
    var changed = edits.in(way.at());
    var own = new Branch(way.laws(), way.at(), changed, _ -> {});
    follow(own, way, _ -> {}, progress);
    var worlds = new Worlds(way.at().tick(), way.until(), question.seeds());
    var random = new SplittableRandom(way.at().origin().seed());
    for (int world = 1; world <= question.seeds(); world++) {
      long seed = random.nextLong();
      worlds.begin(way.at());
      var other = new Branch(way.laws(), way.at(), changed.with(seed), _ -> {});
      follow(other, way, worlds::look, Progress.SILENT);
      worlds.end(seed, other.state());
      progress.at(world, question.seeds());
    }
    question.keep().ifPresent(name -> keep(name, way, changed, store, now, progress));
    return new MightHaveBeen(
        way.at(),
        changed,
        way.until(),
        way.isForeseen(),
        way.parent(),
        own.state(),
        own.parting(),
        worlds.bands(),
        worlds.fates(),
        question.keep());
  }

  /** The edits of a question, fitted to the parent's facts. */
  private final class Edit {
    private final Question question;

    Edit(Question question) {
      this.question = question;
      for (long seq : question.dropped()) {
        var fact = told(question.life(), seq).fact();
        if (!(fact instanceof Fact.Reached)) {
          throw new IllegalArgumentException(
              "fact %d is '%s'; only a stimulus that came can be dropped, a fact 'reached'%s"
                  .formatted(
                      seq,
                      fact.type(),
                      fact.causes().isEmpty()
                          ? ""
                          : "; its cause is fact " + fact.causes().getFirst()));
        }
      }
    }

    Point at() {
      return question
          .at()
          .or(() ->
              question.dropped().stream()
                  .min(Comparator.naturalOrder())
                  .map(seq -> new Point.Seq(seq - 1)))
          .orElseGet(Point.Head::new);
    }

    Edits in(Alive at) {
      return new Edits(
          question.dropped(),
          question.puts().stream().map(put -> put.from(at.tick())).toList(),
          LawEdits.of(at.origin().laws(), question.laws()),
          OptionalLong.empty());
    }
  }

  /**
   * The parent's way from the point on.
   *
   * @param at the parent at the point
   * @param rest what is left of a span in which the point lies
   * @param from the last fact of the parent before which all is shared; the span's, if in one
   * @param to the last whole fact of the parent that counts
   * @param until the last tick
   * @param isForeseen whether the parent's record ends before that
   * @param parent as it is there
   */
  private record Way(
      LifeId life,
      Decider laws,
      Alive at,
      Optional<Fact.Lived> rest,
      SelfState from,
      long to,
      long until,
      boolean isForeseen,
      SelfState parent) {}

  private Way way(Question question, Point point) {
    var id = question.life();
    var found = moments.at(id, point);
    if (!(found.state() instanceof Alive at)) {
      throw new IllegalArgumentException(
          id
              + " was dead then, of "
              + Moments.living(found.state()).tick()
              + " ticks; choose an earlier point");
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
    SelfState from = decided(id, at);
    if (found.span().isPresent()) {
      var span = told(id, at.seq() + 1);
      var whole = (Fact.Lived) span.fact();
      rest = Optional.of(new Fact.Lived(found.span().get().to() - at.tick(), whole.after()));
      from = span.after();
    } else {
      at = (Alive) from;
    }
    long last = biography.lastSeq(id);
    var head = biography.stateAt(id, last);
    long until = until(question, at, Moments.living(head).tick());
    if (until > Moments.living(head).tick()) {
      var foreseen = new Course(laws, head, _ -> {}).until(until).state();
      return new Way(id, laws, at, rest, from, last, until, true, foreseen);
    }
    if (until == Moments.living(head).tick()) {
      return new Way(id, laws, at, rest, from, last, until, false, head);
    }
    var end = moments.at(id, new Point.Tick(until));
    return new Way(id, laws, at, rest, from, end.state().seq(), until, false, end.state());
  }

  private static long until(Question question, Alive at, long headTick) {
    if (question.until().isEmpty()) {
      return headTick;
    }
    var asked = question.until().get();
    long ticks = (long) (asked.seconds() / at.origin().laws().tickSeconds() + 1e-9);
    long until = asked.fromPoint() ? at.tick() + ticks : ticks;
    if (until < at.tick()) {
      throw new IllegalArgumentException(
          "tick %d, up to which it is asked, is before the point, which is tick %d"
              .formatted(until, at.tick()));
    }
    return until;
  }

  /** The state when all has followed that follows from what came at this moment. */
  private SelfState decided(LifeId id, Alive at) {
    SelfState state = at;
    for (var told : biography.page(id, at.seq(), Biography.MOST_FACTS)) {
      if (!(told.fact() instanceof Fact.Derived) || !told.after().isAlive()) {
        return state;
      }
      state = told.after();
    }
    return state;
  }

  private Told told(LifeId id, long seq) {
    var page = biography.page(id, seq - 1, 1);
    if (seq < 1 || page.isEmpty()) {
      throw new NoSuchMoment(id + " has no fact " + seq);
    }
    return page.getFirst();
  }

  private void follow(Branch branch, Way way, Consumer<SelfState> look, Progress progress) {
    boolean endsInSpan = way.to() < way.from().seq();
    if (!endsInSpan) {
      way.rest().ifPresent(branch::follow);
      look.accept(branch.state());
      biography.tell(
          way.life(),
          way.from(),
          way.to(),
          told -> {
            branch.follow(told.fact());
            look.accept(branch.state());
            Chronicle.step(progress, told.seq() - way.from().seq(), way.to() - way.from().seq());
          });
    }
    if (way.isForeseen()) {
      branch.until(way.until());
    } else {
      branch.rest(way.until());
    }
    look.accept(branch.state());
  }

  /** Writes the branch as a whole life, with all that it shares with its parent. */
  private void keep(
      LifeId name, Way way, Edits edits, FactStore store, Instant now, Progress progress) {
    try (var arrival = Arrival.of(store, name)) {
      var shared =
          biography.tell(
              way.life(),
              Decider.UNBORN,
              way.at().seq(),
              told -> arrival.add(told.at(), told.fact()));
      if (way.rest().isPresent()) {
        long lived = way.at().tick() - Moments.living(shared).tick();
        var part = new Fact.Lived(lived, way.at().condition());
        arrival.add(now, part);
        shared = Decider.evolve(shared, part);
      }
      var own = new Branch(way.laws(), (Alive) shared, edits, fact -> arrival.add(now, fact));
      own.named(name);
      follow(own, way, _ -> {}, progress);
      own.expectTheRest();
      arrival.admit();
    }
  }
}
