package life.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import life.being.Fact;
import life.being.SelfState.Alive;
import life.body.Drive;
import life.mind.Trace;
import life.observe.Chapter.Night;
import life.observe.Chapter.Turn;
import org.jspecify.annotations.Nullable;

/**
 * Says what a chapter holds, in sentences that each rest on facts of it. What is as it was in the
 * chapter before is left out where it can be.
 */
final class Teller {
  /** Change of what is expected that is worth a sentence. */
  private static final double LESSON = 0.3;

  /** Significance of a memory from which its coming back is worth a sentence. */
  private static final double MOVING = 0.3;

  /** What a kind must do to the vitals in a day, in shares of their range, to be worth a word. */
  private static final double NOTABLE = 0.04;

  private static final double GRAVE = 0.4;

  /** Change of sensitivity that is worth a sentence. */
  private static final double STEP = 0.03;

  private static final double SHORT_SLEEP = 5 * 3_600;
  private static final double LONG_SLEEP = 11 * 3_600;

  private final Chapter chapter;
  private final @Nullable Chapter before;
  private final double tickSeconds;
  private final boolean isLong;
  private final String stretch;

  /**
   * Tells a chapter.
   *
   * @param before the one before it, if it is known
   * @param stretch what it is called: {@code hour}, {@code day}, {@code week}
   */
  Teller(Chapter chapter, @Nullable Chapter before, String stretch) {
    this.chapter = chapter;
    this.before = before;
    this.stretch = stretch;
    this.tickSeconds = chapter.start().origin().laws().tickSeconds();
    this.isLong = seconds(chapter) > 1.01 * Scope.DAY.seconds();
  }

  private double seconds(Chapter of) {
    return (of.toTick() - of.fromTick()) * tickSeconds;
  }

  private double days(Chapter of) {
    return Math.max(seconds(of) / Scope.DAY.seconds(), 1e-3);
  }

  private double age(long tick) {
    return tick * tickSeconds;
  }

  private String at(long tick) {
    var clock = "at " + Phrase.clock(age(tick));
    return isLong ? "on day " + Scope.DAY.number(tick, tickSeconds) + " " + clock : clock;
  }

  private String name() {
    return Phrase.capital(chapter.start().origin().id().slug());
  }

  /** How it began. */
  List<Statement> opening() {
    var start = chapter.start();
    var mood = Mood.of(Drive.of(chapter.begin().vitals())).word();
    var born =
        chapter.turns().stream().filter(turn -> turn.fact() instanceof Fact.Born).findFirst();
    if (born.isPresent()) {
      return List.of(
          Statement.of(
              name()
                  + " was born into the world '"
                  + start.world().name()
                  + "', in want of nothing.",
              born.get().seq()));
    }
    var how = start.sleep().asleep() ? "asleep" : "awake";
    return List.of(
        Statement.of(
            Phrase.pick(
                start.seq(),
                "The %s found %s %s and %s.".formatted(stretch, name(), how, mood),
                "%s began the %s %s, in a %s mood.".formatted(name(), stretch, how, mood),
                "When the %s began, %s was %s and %s.".formatted(stretch, name(), how, mood)),
            start.seq()));
  }

  /** What was met, and how it was taken. */
  List<Statement> met() {
    var told = new ArrayList<Statement>();
    var harms = notable(false, NOTABLE);
    var helps = notable(true, NOTABLE);
    if (!harms.isEmpty()) {
      told.add(harms(harms));
    }
    if (!helps.isEmpty()) {
      told.add(helps(helps, !harms.isEmpty()));
    }
    if (harms.isEmpty() && helps.isEmpty()) {
      told.add(nothing(chapter.met()));
    }
    told.addAll(taken());
    return told;
  }

  /** What was met that made this chapter another one than that before it. */
  List<Statement> metUnlikeBefore() {
    var told = new ArrayList<Statement>();
    var harms = notable(false, GRAVE);
    var helps = notable(true, NOTABLE);
    if (!harms.isEmpty()) {
      told.add(harms(harms));
    }
    if (!helps.isEmpty() && compared(helps.getFirst()).isPresent()) {
      told.add(helps(helps, !harms.isEmpty()));
    }
    if (chapter.met().stream().mapToLong(Meetings::count).sum() < 3 * days(chapter)) {
      told.add(nothing(chapter.met()));
    }
    told.addAll(taken());
    return told;
  }

  private List<Meetings> notable(boolean helping, double least) {
    double enough = least * Math.min(seconds(chapter) / Scope.DAY.seconds(), 1);
    return chapter.met().stream()
        .filter(kind -> kind.count() > kind.ignored())
        .filter(kind -> (helping ? 1 : -1) * kind.impact() >= enough)
        .limit(3)
        .toList();
  }

  private Statement harms(List<Meetings> harms) {
    var first = harms.getFirst();
    var seqs = first.seqs();
    var words = new StringBuilder();
    words.append(
        Phrase.pick(
            first.hardestSeq(), "It met ", "It had to take ", "It was visited by ", "There came "));
    words.append(Phrase.meetings(first.kind(), first.count()));
    if (first.count() > 1) {
      words
          .append(part(first))
          .append(", the hardest of ")
          .append(Phrase.two(first.hardest()))
          .append(compared(first).map(how -> ", " + how).orElse(""));
    } else {
      words
          .append(" of ")
          .append(Phrase.two(first.hardest()))
          .append(' ')
          .append(at(first.firstTick()));
    }
    var more = harms.subList(1, harms.size());
    if (!more.isEmpty()) {
      words
          .append(", besides ")
          .append(
              Phrase.list(more.stream().map(m -> Phrase.meetings(m.kind(), m.count())).toList()));
      seqs = seqsOf(first, 5);
      for (var kind : more) {
        seqs.addAll(seqsOf(kind, 2));
      }
    }
    return new Statement(words.append('.').toString(), seqs);
  }

  private static List<Long> seqsOf(Meetings kind, int most) {
    var seqs = new ArrayList<Long>(kind.seqs().subList(0, Math.min(most, kind.seqs().size())));
    seqs.add(kind.hardestSeq());
    return seqs;
  }

  private Statement helps(List<Meetings> helps, boolean afterHarm) {
    var seqs = new ArrayList<Long>();
    helps.forEach(kind -> seqs.addAll(seqsOf(kind, 3)));
    var what = Phrase.list(helps.stream().map(m -> Phrase.meetings(m.kind(), m.count())).toList());
    var more = compared(helps.getFirst()).map(how -> ", " + how).orElse("");
    return new Statement(
        Phrase.pick(
                helps.getFirst().hardestSeq(),
                (afterHarm ? "What helped was " : "It lived on ") + what,
                (afterHarm ? "Against that stood " : "It had ") + what,
                (afterHarm ? "It was eased by " : "It was good to it: ") + what)
            + more
            + ".",
        seqs);
  }

  private Statement nothing(List<Meetings> all) {
    var silence = all.stream().filter(kind -> kind.kind().equals("silence")).findFirst();
    return silence
        .map(kind ->
            new Statement(
                "Nothing came that mattered; it heard the silence "
                    + Phrase.times(kind.count())
                    + ".",
                kind.seqs()))
        .orElseGet(() ->
            Statement.of(
                Phrase.pick(
                    chapter.lastSeq(),
                    "Nothing came that mattered.",
                    "It was left alone.",
                    "Time passed, and little else."),
                Math.max(1, chapter.lastSeq())));
  }

  /** In which part of a day all of them came, if it is one. */
  private String part(Meetings kind) {
    if (isLong) {
      return "";
    }
    double first = age(kind.firstTick()) % Scope.DAY.seconds() / Scope.HOUR.seconds();
    double last = age(kind.lastTick()) % Scope.DAY.seconds() / Scope.HOUR.seconds();
    if (seconds(chapter) < 2 * Scope.HOUR.seconds() || last < first) {
      return "";
    }
    if (last < 12) {
      return last < 6 ? " in the first hours" : " before noon";
    }
    return first >= 18 ? " late in the day" : first >= 12 ? " after noon" : "";
  }

  private Optional<String> compared(Meetings kind) {
    if (before == null) {
      return Optional.empty();
    }
    double then =
        before.met().stream()
                .filter(other -> other.kind().equals(kind.kind()))
                .mapToLong(Meetings::count)
                .sum()
            / days(before);
    double now = kind.count() / days(chapter);
    if (kind.count() >= 3 && then > 0 && now >= 2 * then) {
      return Optional.of("far more than the " + stretch + " before");
    }
    if (then * days(chapter) >= 4 && now <= then / 2) {
      return Optional.of("far less than the " + stretch + " before");
    }
    return Optional.empty();
  }

  private List<Statement> taken() {
    var told = new ArrayList<Statement>();
    if (chapter.suffered().size() > 1) {
      told.add(
          new Statement(
              Phrase.pick(
                  chapter.suffered().getFirst(),
                  "Frail as it was, much of it hit harder than it was.",
                  "It had little left to meet it with, and suffered from it.",
                  "It was too weak to take it lightly."),
              chapter.suffered()));
    }
    if (!chapter.foreseen().isEmpty()) {
      told.add(
          new Statement(
              chapter.foreseen().size() == 1
                  ? "One blow it saw coming, and took it softly."
                  : "What it saw coming it took softly.",
              chapter.foreseen()));
    }
    return told;
  }

  private List<Statement> turns() {
    var told = new ArrayList<Statement>();
    for (var turn : chapter.turns()) {
      said(turn).ifPresent(words -> told.add(Statement.of(words, turn.seq())));
    }
    return told;
  }

  private Optional<String> said(Turn turn) {
    var when = Phrase.capital(at(turn.tick()));
    return switch (turn.fact()) {
      case Fact.Degraded _ ->
          Optional.of(
              Phrase.pick(
                  turn.seq(),
                  when + " it began to fail.",
                  when + " its strength gave way: it was degrading.",
                  "It began to waste away " + at(turn.tick()) + "."));
      case Fact.Recovered _ ->
          Optional.of(
              Phrase.pick(
                  turn.seq(),
                  when + " it had recovered.",
                  when + " it was out of danger again.",
                  "It pulled through " + at(turn.tick()) + "."));
      case Fact.Died(_, var cause) -> Optional.of(when + " it died of " + cause.word() + ".");
      case Fact.Branched(var id, var parent, _, _) ->
          Optional.of(when + " its way parted from " + parent + "'s, as " + id + ".");
      case Fact.Settled(var world) ->
          Optional.of(
              "From then on (" + at(turn.tick()) + ") its world was '" + world.name() + "'.");
      case Fact.Resumed(long millis) ->
          millis < 60_000
              ? Optional.empty()
              : Optional.of(
                  when
                      + " the world had stood still for "
                      + Phrase.span(millis / 1000.0)
                      + "; for it, no time passed.");
      case Fact.Born _,
          Fact.Lived _,
          Fact.Reached _,
          Fact.Met _,
          Fact.FellAsleep _,
          Fact.Woke _,
          Fact.Consolidated _,
          Fact.Recalled _,
          Fact.Echoed _,
          Fact.Observed _,
          Fact.Adapted _,
          Fact.RolledBack _,
          Fact.Marked _ ->
          Optional.empty();
    };
  }

  /** How it slept, and what sleep kept. */
  List<Statement> sleep() {
    var told = new ArrayList<Statement>();
    night().ifPresent(told::add);
    var keepsake = chapter.keepsake();
    if (keepsake != null) {
      var trace = keepsake.trace();
      var what = Phrase.one(trace.kind()) + " of " + Phrase.two(trace.intensity());
      var seqs = new ArrayList<>(chapter.consolidations());
      seqs.add(0, trace.id());
      seqs.add(1, keepsake.seq());
      told.add(
          new Statement(
              Phrase.pick(
                      keepsake.seq(),
                      "What sleep kept above all was " + what,
                      "Of what it had met, sleep kept most of all " + what,
                      "In its sleep it went over what had been, and sleep kept "
                          + what
                          + " before all else")
                  + (chapter.dropped() > chapter.kept() ? ", and let more go than it kept." : "."),
              seqs.subList(0, Math.min(seqs.size(), Statement.MOST_SEQS))));
    }
    return told;
  }

  private Optional<Statement> night() {
    var seqs = new ArrayList<Long>();
    for (Night night : chapter.nights()) {
      if (night.asleepSeq() > 0 && seqs.size() < Statement.MOST_SEQS - 1) {
        seqs.add(night.asleepSeq());
      }
      if (seqs.size() < Statement.MOST_SEQS) {
        seqs.add(night.wokeSeq());
      }
    }
    if (seqs.isEmpty()) {
      return Optional.empty();
    }
    double each = chapter.slept() * tickSeconds / Math.max(1, days(chapter));
    var asleep = Phrase.span(each) + (isLong ? " a day" : "");
    if (chapter.roused() > 1 && chapter.roused() > days(chapter)) {
      return Optional.of(
          new Statement(
              "It slept badly, "
                  + asleep
                  + ", and was roused "
                  + Phrase.times(chapter.roused())
                  + ".",
              seqs));
    }
    if (chapter.nights().size() == 1 && !isLong) {
      var night = chapter.nights().getFirst();
      return Optional.of(
          new Statement(
              "It slept "
                  + Phrase.span(night.ticks() * tickSeconds)
                  + (night.asleepSeq() == 0 ? "" : ", from " + Phrase.clock(age(night.fromTick())))
                  + (night.asleepSeq() == 0 ? ", until " : " to ")
                  + Phrase.clock(age(night.toTick()))
                  + (night.roused() ? ", and was roused." : ", undisturbed."),
              seqs));
    }
    var pieces = chapter.nights().size();
    return Optional.of(
        new Statement(
            "It slept " + asleep + (isLong ? "." : ", in " + Phrase.number(pieces) + " pieces."),
            seqs));
  }

  /** Whether it slept as beings do. */
  boolean sleptAsUsual() {
    double each = chapter.slept() * tickSeconds / days(chapter);
    return each >= SHORT_SLEEP && each <= LONG_SLEEP && chapter.roused() <= 2 * days(chapter);
  }

  /** What it learned, how it changed, and what came back. */
  List<Statement> inner() {
    var told = new ArrayList<Statement>();
    chapter.lessons().stream()
        .filter(lesson -> Math.abs(lesson.by()) >= LESSON)
        .limit(isLong ? 1 : 2)
        .forEach(lesson -> told.add(learned(lesson)));
    changed().ifPresent(told::add);
    var echo = chapter.echo();
    if (echo != null && echo.strength() >= MOVING && !cameBackBefore(echo)) {
      told.add(
          Statement.of(
              Phrase.pick(
                  echo.seq(),
                  "Unbidden, " + memory(echo.trace()) + " came back to it " + at(echo.tick()) + ".",
                  Phrase.capital(at(echo.tick()))
                      + " it caught itself remembering "
                      + memory(echo.trace())
                      + ".",
                  "The thought of "
                      + memory(echo.trace())
                      + " would not leave it "
                      + at(echo.tick())
                      + "."),
              echo.trace().id(),
              echo.seq()));
    }
    var recall = chapter.recall();
    if (recall != null
        && recall.strength() >= MOVING
        && !cameBackBefore(recall)
        && (echo == null || echo.trace().id() != recall.trace().id())) {
      told.add(
          Statement.of(
              "What it met reminded it of "
                  + memory(recall.trace())
                  + ", "
                  + at(recall.tick())
                  + ".",
              recall.trace().id(),
              recall.cause(),
              recall.seq()));
    }
    return told;
  }

  private boolean cameBackBefore(Chapter.Memory memory) {
    if (before == null) {
      return false;
    }
    var echo = before.echo();
    var recall = before.recall();
    return (echo != null && echo.trace().id() == memory.trace().id())
        || (recall != null && recall.trace().id() == memory.trace().id());
  }

  private String memory(Trace trace) {
    var name = trace.kind().replace('-', ' ');
    if (trace.episodes() > 1) {
      return "old times of " + name;
    }
    return (trace.id() >= chapter.firstSeq() ? "the " : "an old ")
        + name
        + " of "
        + Phrase.two(trace.intensity());
  }

  private static Statement learned(Chapter.Lesson lesson) {
    var cue = lesson.cue().replace('-', ' ');
    double now = lesson.after();
    String words;
    if (Math.abs(now) < Math.abs(lesson.before())) {
      words = "It came to expect less of " + cue + " than it had.";
    } else if (now > 0) {
      words =
          Phrase.pick(
              lesson.seq(),
              "It learned that after " + cue + " things get worse.",
              "It learned to brace itself after " + cue + ".");
    } else {
      words =
          Phrase.pick(
              lesson.seq(),
              "It learned that after " + cue + " things get better.",
              "It learned that relief follows " + cue + ".");
    }
    return Statement.of(words, lesson.seq());
  }

  private double step() {
    return STEP * Math.max(1, days(chapter) / 2);
  }

  private Optional<Statement> changed() {
    if (chapter.steps().isEmpty()
        || (Math.abs(chapter.harmBy()) < step() && Math.abs(chapter.helpBy()) < step())) {
      return Optional.empty();
    }
    var how = new ArrayList<String>();
    if (Math.abs(chapter.harmBy()) >= step()) {
      how.add(chapter.harmBy() < 0 ? "harder to hurt" : "sorer to what hurts");
    }
    if (Math.abs(chapter.helpBy()) >= step()) {
      how.add(chapter.helpBy() > 0 ? "more open to what helps" : "harder to please");
    }
    return Optional.of(
        new Statement("It grew a little " + Phrase.list(how) + ".", chapter.steps()));
  }

  /** Its hardest moment and its turns, in the order of time. */
  List<Statement> course() {
    var all = new ArrayList<>(turns());
    var peak = chapter.hardestNeed();
    if (peak != null) {
      hardest()
          .ifPresent(hardest -> {
            int at = 0;
            while (at < all.size() && all.get(at).seqs().getLast() < peak.seq()) {
              at++;
            }
            all.add(at, hardest);
          });
    }
    return all;
  }

  private Optional<Statement> hardest() {
    var peak = chapter.hardestNeed();
    if (peak == null
        || Mood.of(peak.value()).compareTo(Mood.UNEASY) < 0
        || peak.value() < chapter.need() * 1.25) {
      return Optional.empty();
    }
    var least = chapter.leastEnergy();
    var energy =
        least != null && least.value() < 40
            ? ", with energy down to " + Phrase.whole(least.value())
            : "";
    return Optional.of(
        Statement.of(
            Phrase.pick(
                peak.seq(),
                "It was worst off " + at(peak.tick()) + energy + ".",
                "Its need was greatest " + at(peak.tick()) + energy + ".",
                "Hardest was the moment " + at(peak.tick()) + energy + "."),
            least == null || energy.isEmpty() ? peak.seq() : least.seq(),
            peak.seq()));
  }

  /** How it ended; nothing if the life did. */
  List<Statement> ending() {
    if (hasDied()) {
      return List.of();
    }
    var then = Mood.of(Drive.of(chapter.begin().vitals()));
    var now = Mood.of(Drive.of(chapter.end().vitals()));
    Alive last = chapter.last();
    var how = last.sleep().asleep() ? "asleep" : "awake";
    var trend = trend(now.compareTo(then), "worse off than it began", "better off than it began");
    return List.of(
        Statement.of(
            Phrase.pick(
                chapter.lastSeq(),
                "It ended the %s %s and %s%s.".formatted(stretch, how, now.word(), trend),
                "The end of the %s left it %s and %s%s.".formatted(stretch, how, now.word(), trend),
                "So the %s ended: %s and %s%s.".formatted(stretch, how, now.word(), trend)),
            chapter.start().seq(),
            chapter.lastSeq()));
  }

  /** How it was on the whole, where that is not as it was before. */
  Optional<Statement> mood() {
    var now = Mood.of(chapter.need());
    if (hasDied() || (before != null && Mood.of(before.need()) == now)) {
      return Optional.empty();
    }
    var trend =
        before == null
            ? ""
            : trend(
                now.compareTo(Mood.of(before.need())),
                "worse off than the " + stretch + " before",
                "better off than the " + stretch + " before");
    return Optional.of(
        Statement.of(
            Phrase.pick(
                chapter.lastSeq(),
                "On the whole it was %s%s.".formatted(now.word(), trend),
                "Its mood was mostly %s%s.".formatted(now.word(), trend),
                "All in all it was %s%s.".formatted(now.word(), trend)),
            chapter.firstSeq(),
            chapter.lastSeq()));
  }

  private static String trend(int worse, String ifWorse, String ifBetter) {
    return worse == 0 ? "" : ", " + (worse > 0 ? ifWorse : ifBetter);
  }

  private boolean hasDied() {
    return chapter.turns().stream().anyMatch(turn -> turn.fact() instanceof Fact.Died);
  }

  /** Of a chapter in which nothing was unlike the one before. */
  Statement ordinary() {
    var most = chapter.met().stream().limit(3).toList();
    if (most.isEmpty()) {
      return nothing(most);
    }
    var seqs = new ArrayList<Long>();
    most.forEach(kind -> seqs.addAll(seqsOf(kind, 2)));
    var what = Phrase.list(most.stream().map(m -> Phrase.meetings(m.kind(), m.count())).toList());
    var mood = Mood.of(chapter.need()).word();
    return new Statement(
        Phrase.pick(
            chapter.lastSeq(),
            "A %s like the one before: %s.".formatted(stretch, what),
            "Little that was new: %s; its mood %s as before.".formatted(what, mood),
            "Life went on, with %s.".formatted(what)),
        seqs);
  }
}
