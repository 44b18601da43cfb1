package life.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import life.being.Fact;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.being.SelfState.Unborn;
import life.body.Bounds;
import life.mind.Condition;
import life.mind.Line;
import org.jspecify.annotations.Nullable;

/**
 * Tells an hour, a day or a whole life: a fold over its facts, in their order, that holds one
 * chapter at a time, the one before it, and what was told. Facts outside of what is told are let
 * pass, but those of the hour or day before it are compared with.
 *
 * <p>It chooses templates by the numbers of facts, so a life is always told in the same words.
 */
public final class Narrative {
  /** About how many chapters a whole life is told in, at most. */
  static final int MOST_CHAPTERS = 13;

  private static final double[] UNITS = {1, 2, 7, 14, 30, 90, 180, 360};

  private final Scope of;
  private final long number;
  private final double tickSeconds;
  private final long fromTick;
  private final long toTick;
  private final double unitSeconds;
  private final List<Paragraph> told = new ArrayList<>();
  private @Nullable Chapter chapter;
  private @Nullable Chapter before;
  private long end;
  private @Nullable Alive last;
  private long lastSeq;
  private long firstSeq;

  private Narrative(
      Scope of, long number, double tickSeconds, long fromTick, long toTick, double unitSeconds) {
    this.of = of;
    this.number = Bounds.within(of.word(), number, 1, Long.MAX_VALUE);
    this.tickSeconds = tickSeconds;
    this.fromTick = fromTick;
    this.toTick = toTick;
    this.unitSeconds = unitSeconds;
  }

  /**
   * Of an hour or a day. It is best given the facts from the one before it on.
   *
   * @param number counted from 1
   */
  public static Narrative of(Scope scope, long number, double tickSeconds) {
    if (scope == Scope.LIFE) {
      throw new IllegalArgumentException("how long is the life?");
    }
    return new Narrative(
        scope,
        number,
        tickSeconds,
        scope.begin(number, tickSeconds),
        scope.begin(number + 1, tickSeconds),
        scope.seconds());
  }

  /**
   * Of a whole life.
   *
   * @param ticks how long it is, so that it is told in chapters of fitting length
   */
  public static Narrative ofLife(long ticks, double tickSeconds) {
    double days = ticks * tickSeconds / Scope.DAY.seconds();
    double unit = UNITS[0];
    for (int i = 1; i < UNITS.length && days > unit * MOST_CHAPTERS; i++) {
      unit = UNITS[i];
    }
    while (days > unit * MOST_CHAPTERS) {
      unit *= 2;
    }
    double seconds = days <= 1 ? Scope.DAY.seconds() / 4 : unit * Scope.DAY.seconds();
    return new Narrative(Scope.LIFE, 1, tickSeconds, 0, Long.MAX_VALUE, seconds);
  }

  /** The first tick that it takes an interest in. */
  public long interestFrom() {
    return of == Scope.LIFE ? 0 : of.begin(Math.max(1, number - 1), tickSeconds);
  }

  /** Takes the next fact, which led from one state to the other. */
  public void next(SelfState before, Fact fact, SelfState after) {
    var being = living(after);
    if (fact instanceof Fact.Lived(long ticks, var to) && before instanceof Alive from) {
      pass(from, new Line(from.condition(), from.tick(), to, from.tick() + ticks), after.seq());
    } else if (being.tick() >= interestFrom() && isWithin(being.tick(), fact)) {
      enter(before instanceof Alive from ? from : being, being.tick(), null);
      if (chapter != null) {
        chapter.happen(after.seq(), fact, being);
      }
    }
    last = being;
    lastSeq = after.seq();
    firstSeq = firstSeq == 0 ? lastSeq : firstSeq;
  }

  /** What ends a life at the last tick of what is told belongs to it. */
  private boolean isWithin(long tick, Fact fact) {
    return tick < toTick || (tick == toTick && fact instanceof Fact.Died);
  }

  private static Alive living(SelfState state) {
    return switch (state) {
      case Alive alive -> alive;
      case Dead dead -> dead.last();
      case Unborn _ -> throw new IllegalArgumentException("no fact leads to the unborn");
    };
  }

  private void pass(Alive from, Line line, long seq) {
    long at = Math.max(line.startTick(), interestFrom());
    while (at < Math.min(line.endTick(), toTick)) {
      enter(from, at, line.at(at));
      long until = Math.min(Math.min(line.endTick(), end), toTick);
      if (chapter != null) {
        chapter.pass(seq, until, line.at(until), from.within(until - from.tick(), line.at(until)));
      }
      at = until;
    }
  }

  /** Sees to it that there is a chapter for that tick. */
  private void enter(Alive being, long tick, @Nullable Condition condition) {
    if (chapter != null && tick < end) {
      return;
    }
    close();
    long index = index(tick);
    long begin = border(index);
    end = border(index + 1);
    var then = condition == null ? being.condition() : condition;
    chapter = new Chapter(being, then, Math.max(begin, chapter == null ? tick : begin));
  }

  private long index(long tick) {
    long near = (long) (tick * tickSeconds / unitSeconds);
    return tick >= border(near + 1) ? near + 1 : tick < border(near) ? near - 1 : near;
  }

  private long border(long index) {
    return (long) StrictMath.ceil(index * unitSeconds / tickSeconds - 1e-9);
  }

  private void close() {
    var done = chapter;
    if (done == null) {
      return;
    }
    boolean isEmpty = done.toTick() == done.fromTick() && done.turns().isEmpty();
    if (done.fromTick() >= fromTick && done.firstSeq() > 0 && !isEmpty) {
      if (of == Scope.LIFE) {
        told.add(chapterOfLife(done));
      } else {
        told.addAll(paragraphs(done));
      }
    }
    before = done;
  }

  private List<Paragraph> paragraphs(Chapter done) {
    var telling = new Telling(done, before, of.word());
    var course = new CourseTold(telling);
    var mind = new MindTold(telling);
    var all = new ArrayList<Paragraph>();
    var first = new ArrayList<>(course.opening());
    first.addAll(new MeetingsTold(telling).met());
    first.addAll(course.course());
    all.add(new Paragraph("", first));
    var inner = new ArrayList<>(mind.inner());
    inner.addAll(mind.sleep());
    if (!inner.isEmpty()) {
      all.add(new Paragraph("", inner));
    }
    var ending = course.ending();
    if (!ending.isEmpty()) {
      all.add(new Paragraph("", ending));
    }
    return all;
  }

  private Paragraph chapterOfLife(Chapter done) {
    var telling = new Telling(done, before, unitName());
    var course = new CourseTold(telling);
    var mind = new MindTold(telling);
    var meetings = new MeetingsTold(telling);
    var all = new ArrayList<Statement>();
    if (before == null) {
      all.addAll(course.opening());
      all.addAll(meetings.met());
    } else {
      all.addAll(meetings.metUnlikeBefore());
    }
    all.addAll(course.course());
    all.addAll(mind.inner());
    if (!mind.sleptAsUsual() || before == null) {
      all.addAll(mind.sleep());
    }
    course.mood().ifPresent(all::add);
    if (all.isEmpty()) {
      all.add(meetings.ordinary());
    }
    return new Paragraph(title(done), all);
  }

  private String unitName() {
    double days = unitSeconds / Scope.DAY.seconds();
    return days < 1
        ? "quarter"
        : days == 1 ? "day" : days == 7 ? "week" : days == 30 ? "month" : "time";
  }

  private String title(Chapter done) {
    long first = Scope.DAY.number(done.fromTick(), tickSeconds);
    if (unitSeconds < Scope.DAY.seconds()) {
      return "from " + Phrase.clock(done.fromTick() * tickSeconds) + " on";
    }
    long last = Scope.DAY.number(Math.max(done.fromTick(), done.toTick() - 1), tickSeconds);
    return first == last ? "day " + first : "days " + first + " to " + last;
  }

  /** What was told of it so far, and of what is going on. */
  public Optional<Tale> tale() {
    close();
    chapter = null;
    return Optional.ofNullable(last).map(being -> new Tale(of, number, title(being), told));
  }

  private String title(Alive being) {
    var name = Phrase.capital(being.origin().id().slug());
    return switch (of) {
      case HOUR ->
          name
              + ", hour "
              + number
              + " (day "
              + Scope.DAY.number(fromTick, tickSeconds)
              + ", "
              + Phrase.clock(fromTick * tickSeconds)
              + ")";
      case DAY -> name + ", day " + number;
      case LIFE ->
          "The life of %s: %s, felt as %s"
              .formatted(
                  name, Phrase.lasted(being.ageSeconds()), Phrase.lasted(being.condition().felt()));
    };
  }
}
