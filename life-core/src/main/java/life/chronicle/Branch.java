package life.chronicle;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.Consumer;
import life.being.Course;
import life.being.Decider;
import life.being.Decision;
import life.being.Fact;
import life.being.LifeCommand;
import life.being.LifeId;
import life.being.Origin;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.being.Source;
import life.being.When;

/**
 * A life that goes its own way from a point of another one, its parent. The parent's facts after
 * that point are given to it one by one; it takes of them what came from outside, but for the
 * edits. Where the parent's record ends, the world goes on by itself. Writes nothing anywhere.
 */
public final class Branch {
  /** Before any other time passes, a long span is lived in pieces of so many ticks. */
  private static final long PIECE = 1_000_000;

  private final Edits edits;
  private final Course course;
  private final ArrayDeque<Fact> same = new ArrayDeque<>();
  private final Progress now;

  /** The one place that changes: how far it has come beside its parent. */
  private static final class Progress {
    private long parentSeq;
    private long parentTick;
    private int put;
    private boolean parted;
    private Optional<Parting> parting = Optional.empty();

    Progress(Alive at, long parentSeq) {
      this.parentSeq = parentSeq;
      this.parentTick = at.tick();
    }
  }

  /**
   * Where two lives part.
   *
   * @param tick the first tick at which they differ
   * @param seq the parent's first fact that the branch does not have
   */
  public record Parting(long tick, long seq) {}

  /**
   * Begins at a point.
   *
   * @param laws those of the edits
   * @param at the parent as it was then
   * @param each gets every fact of the branch after that point
   * @throws IllegalArgumentException if the edits can't be, saying why
   */
  public Branch(Decider laws, Alive at, Edits edits, Consumer<Fact> each) {
    this(laws, at, at.seq(), edits, each);
  }

  /**
   * Begins at a point that the branch has cut out of a span, and so has a fact more than the
   * parent.
   *
   * @param parentSeq the parent's last fact before that point
   */
  public Branch(Decider laws, Alive at, long parentSeq, Edits edits, Consumer<Fact> each) {
    this(laws, at, new Progress(at, parentSeq), edits, each);
  }

  private Branch(Decider laws, Alive at, Progress now, Edits edits, Consumer<Fact> each) {
    this.edits = edits;
    this.now = now;
    edits.dropped().stream()
        .filter(seq -> seq <= now.parentSeq)
        .findFirst()
        .ifPresent(seq -> {
          throw new IllegalArgumentException(
              "fact %d has happened already at the point, which is fact %d; branch before it"
                  .formatted(seq, now.parentSeq));
        });
    for (var put : edits.puts()) {
      if (put.tick() < at.tick()) {
        throw new IllegalArgumentException(
            "tick %d has passed already at the point, which is tick %d"
                .formatted(put.tick(), at.tick()));
      }
      if (at.world().kind(put.stimulus().kind()).isEmpty()) {
        throw new IllegalArgumentException(
            "its world has no kind '"
                + put.stimulus().kind()
                + "'; it has "
                + String.join(", ", at.world().kinds().names()));
      }
    }
    var origin = at.origin();
    var other =
        new Origin(origin.id(), edits.seed().orElse(origin.seed()), edits.laws(), origin.bornAt());
    this.course = new Course(laws, at.in(other), each);
  }

  /**
   * As a being of its own, which its first fact says; then its facts are no longer compared with
   * its parent's.
   */
  public Branch named(LifeId id) {
    var origin = course.last().origin();
    now.parted = true;
    course.take(new LifeCommand.Branch(id, origin.seed(), origin.laws()));
    return this;
  }

  /**
   * Takes the parent's next fact.
   *
   * @throws IllegalArgumentException if an edit does not fit it, saying why
   */
  public void follow(Fact parent) {
    now.parentSeq++;
    boolean dropped = edits.dropped().contains(now.parentSeq);
    if (dropped && !(parent instanceof Fact.Reached)) {
      throw new IllegalArgumentException(
          "fact %d is '%s'; only what came from outside can be dropped, a fact 'reached'%s"
              .formatted(
                  now.parentSeq,
                  parent.type(),
                  parent.causes().isEmpty() ? "" : ", such as its cause " + parent.causes()));
    }
    boolean met = !dropped && !(parent instanceof Fact.Input input && !again(input));
    if (dropped || !met) {
      part(now.parentTick);
    }
    compare(parent);
  }

  /** Gives an input of the parent to the branch, unless its world is another. */
  private boolean again(Fact.Input input) {
    switch (input) {
      case Fact.Lived(long ticks, _) -> {
        now.parentTick += ticks;
        put(now.parentTick);
        pass(now.parentTick);
      }
      case Fact.Reached(_, _, var source, _, _) -> {
        if (edits.seed().isPresent() && source == Source.WORLD) {
          return false;
        }
        put(now.parentTick);
        take(LifeCommand.of(input));
      }
      case Fact.Resumed _, Fact.Settled _ -> take(LifeCommand.of(input));
      case Fact.Born _ -> throw new IllegalArgumentException("a life has only one birth");
      case Fact.Branched(var id, var parent, _, _) ->
          throw new IllegalArgumentException(
              "at fact %d this life, %s, went its own way; before that it is the life of %s: ask of %s"
                  .formatted(now.parentSeq, id, parent, parent));
    }
    return true;
  }

  /** Goes on by itself, in its world, to that tick or its death. */
  public void until(long tick) {
    now.parted = true;
    while (now.put < edits.puts().size() && edits.puts().get(now.put).tick() <= tick) {
      course.until(edits.puts().get(now.put).tick());
      putNext();
    }
    course.until(tick);
  }

  /** What is still to be met in addition waits from now on in its agenda. */
  public void expectTheRest() {
    while (now.put < edits.puts().size()) {
      putNext();
    }
  }

  /** Meets what is added up to that tick, each at its own. */
  private void put(long tick) {
    while (now.put < edits.puts().size() && edits.puts().get(now.put).tick() <= tick) {
      long at = edits.puts().get(now.put).tick();
      pass(at);
      part(at);
      putNext();
    }
  }

  private void putNext() {
    var put = edits.puts().get(now.put);
    now.put++;
    take(new LifeCommand.Meet(put.stimulus(), new When.AtTick(put.tick()), Source.OUTSIDE, null));
  }

  private void pass(long tick) {
    if (edits.seed().isPresent()) {
      course.until(tick);
      return;
    }
    while (course.state() instanceof Alive being && being.tick() < tick) {
      take(new LifeCommand.Live(Math.min(PIECE, tick - being.tick())));
    }
  }

  private void take(LifeCommand command) {
    switch (course.take(command)) {
      case Decision.Happened happened -> {
        if (!now.parted) {
          same.addAll(happened.facts());
        }
      }
      case Decision.Refused(var refusal) -> {
        if (course.state().isAlive()) {
          throw new IllegalArgumentException("this can't happen: " + refusal.words());
        }
      }
    }
  }

  /** Hashes are not compared: they tell of the laws as well, which may differ without effect. */
  private void compare(Fact parent) {
    if (now.parted) {
      return;
    }
    var own = same.poll();
    boolean marks = own instanceof Fact.Marked && parent instanceof Fact.Marked;
    if (own == null || !(own.equals(parent) || marks)) {
      part(
          parent instanceof Fact.Lived(long ticks, _)
              ? now.parentTick - ticks + 1
              : now.parentTick);
    }
  }

  private void part(long tick) {
    if (!now.parted) {
      now.parted = true;
      now.parting = Optional.of(new Parting(tick, now.parentSeq));
      same.clear();
    }
  }

  /** Where it parted from its parent; empty while both are the same. */
  public Optional<Parting> parting() {
    return now.parting;
  }

  /** Where it stands. */
  public SelfState state() {
    return course.state();
  }
}
