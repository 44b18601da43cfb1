package life.archive;

import java.time.Instant;
import java.util.Comparator;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import life.archive.Ways.Way;
import life.being.Course;
import life.being.Decider;
import life.being.Fact;
import life.being.LifeId;
import life.being.Origin;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.chronicle.Branch;
import life.chronicle.Edits;
import life.chronicle.Point;
import life.journal.Arrival;
import life.journal.Biography;
import life.journal.FactStore;

/**
 * Lives a life otherwise. The original is only read; a branch is written only where somebody wants
 * to keep it, as a whole life of its own.
 */
public final class WhatIf {
  private final Biography biography;
  private final Ways ways;

  /** Asks that biography. */
  public WhatIf(Biography biography) {
    this.biography = biography;
    this.ways = new Ways(biography);
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
    question.keep().ifPresent(name -> refuseTaken(store, name));
    var edits = new Edit(question);
    var way = ways.of(question, edits.at(), patient(progress));
    var changed = edits.in(way);
    var own = new Branch(way.laws(), way.at(), changed, patient(progress));
    follow(own, way, _ -> {}, progress);
    var worlds = new Worlds(way.at().tick(), way.until(), question.seeds());
    var random = new SplittableRandom(way.at().origin().seed());
    for (int world = 1; world <= question.seeds(); world++) {
      progress.at(world - 1, question.seeds());
      long seed = random.nextLong(Origin.DRAWN_SEEDS);
      worlds.begin(way.at());
      int count = world - 1;
      Progress part = (_, _) -> progress.at(count, question.seeds());
      var other = new Branch(way.laws(), way.at(), changed.with(seed), patient(part));
      follow(other, way, worlds::look, part);
      worlds.end(seed, other.state());
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

  private static void refuseTaken(FactStore store, LifeId name) {
    Arrival.of(store, name).close();
  }

  /** Takes facts and asks now and then whether the work is still wanted. */
  private static Consumer<Fact> patient(Progress progress) {
    var facts =
        new Object() {
          long count;
        };
    return _ -> {
      if (++facts.count % Progress.STEP == 0) {
        progress.at(facts.count, 0);
      }
    };
  }

  /** The edits of a question, fitted to the parent's facts. */
  private final class Edit {
    private final Question question;

    Edit(Question question) {
      this.question = question;
      for (long seq : question.dropped()) {
        var fact = ways.told(question.life(), seq).fact();
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

    Edits in(Way way) {
      var at = way.at();
      var edits =
          new Edits(
              question.dropped(),
              question.puts().stream().map(put -> put.from(at.tick())).toList(),
              LawEdits.of(at.origin().laws(), question.laws()),
              OptionalLong.empty());
      refuseLate(edits, way);
      return edits;
    }

    /** What lies beyond the end would make no difference, and it would not be said. */
    private void refuseLate(Edits edits, Way way) {
      for (var put : edits.puts()) {
        if (put.tick() > way.until() && question.keep().isEmpty()) {
          throw new IllegalArgumentException(
              "the %s is to come at tick %d, after tick %d, up to which it is asked; ask for longer with until"
                  .formatted(put.stimulus().kind(), put.tick(), way.until()));
        }
      }
      for (long seq : edits.dropped()) {
        if (seq > way.to()) {
          throw new IllegalArgumentException(
              "fact %d comes after tick %d, up to which it is asked; ask for longer with until"
                  .formatted(seq, way.until()));
        }
      }
    }
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
    way.part().ifPresent(branch::follow);
    if (way.isForeseen()) {
      Consumer<Fact> each =
          fact -> {
            branch.follow(fact);
            look.accept(branch.state());
          };
      new Course(way.laws(), way.head(), each).until(way.until());
    }
    branch.until(way.until());
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
      var patience = patient(progress);
      var own =
          new Branch(
              way.laws(),
              (Alive) shared,
              way.at().seq(),
              edits,
              patience.andThen(fact -> arrival.add(now, fact)));
      own.named(name);
      follow(own, way, _ -> {}, progress);
      own.expectTheRest();
      progress.at(way.to(), way.to());
      arrival.admit();
    }
  }
}
