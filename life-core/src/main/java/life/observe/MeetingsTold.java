package life.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what was met in a chapter, and how it was taken. */
final class MeetingsTold {
  /** What a kind must do to the vitals in a day, in shares of their range, to be worth a word. */
  private static final double NOTABLE = 0.04;

  private static final double GRAVE = 0.4;

  private final Telling of;
  private final Chapter chapter;
  private final @Nullable Chapter before;
  private final String stretch;

  MeetingsTold(Telling of) {
    this.of = of;
    this.chapter = of.chapter();
    this.before = of.before();
    this.stretch = of.stretch();
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
    if (chapter.met().stream().mapToLong(Meetings::count).sum() < 3 * of.days(chapter)) {
      told.add(nothing(chapter.met()));
    }
    told.addAll(taken());
    return told;
  }

  private List<Meetings> notable(boolean helping, double least) {
    double enough = least * Math.min(of.seconds(chapter) / Scope.DAY.seconds(), 1);
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
          .append(of.at(first.firstTick()));
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
    if (of.isLong()) {
      return "";
    }
    double first = of.age(kind.firstTick()) % Scope.DAY.seconds() / Scope.HOUR.seconds();
    double last = of.age(kind.lastTick()) % Scope.DAY.seconds() / Scope.HOUR.seconds();
    if (of.seconds(chapter) < 2 * Scope.HOUR.seconds() || last < first) {
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
            / of.days(before);
    double now = kind.count() / of.days(chapter);
    if (kind.count() >= 3 && then > 0 && now >= 2 * then) {
      return Optional.of("far more than the " + stretch + " before");
    }
    if (then * of.days(chapter) >= 4 && now <= then / 2) {
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
