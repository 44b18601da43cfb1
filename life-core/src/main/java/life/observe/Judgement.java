package life.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import life.being.Phase;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.being.SelfState.Unborn;
import life.observe.Outlook.Mark;

/** Puts what is known of the last days of a being in words. */
final class Judgement {
  private static final double LOW = 0.35;
  private static final double BLOW = 0.1;
  private static final double LONG_AWAKE = 20 * 3_600;
  private static final double RECENTLY = 900;
  private static final int TREND_HOURS = 6;

  private final List<Note> notes;
  private final List<Mark> marks;
  private final SelfState state;
  private final Alive being;
  private final double tickSeconds;
  private final List<Statement> troubles = new ArrayList<>();
  private final List<Statement> comforts = new ArrayList<>();

  Judgement(List<Note> notes, List<Mark> marks, SelfState now) {
    this.notes = notes;
    this.marks = marks;
    this.state = now;
    this.being =
        switch (now) {
          case Alive alive -> alive;
          case Dead dead -> dead.last();
          case Unborn _ -> throw new IllegalArgumentException("nobody is born yet");
        };
    this.tickSeconds = being.origin().laws().tickSeconds();
  }

  Interpretation of() {
    if (state instanceof Dead dead) {
      var died =
          Statement.of(
              "it died of "
                  + dead.cause().word()
                  + ", "
                  + Phrase.lasted(being.ageSeconds())
                  + " old",
              dead.seq());
      var none = Statement.of("nothing any more", dead.seq());
      return new Interpretation(Wellbeing.DEAD, false, List.of(died), none, none);
    }
    fading();
    lacks();
    blows();
    sleep();
    feeding();
    var base = base();
    int bearable = base.compareTo(Wellbeing.WELL) <= 0 ? 1 : 2;
    var wellbeing = base.worse(troubles.size() > bearable ? 1 : 0);
    var reasons = new ArrayList<Statement>();
    boolean isGood = wellbeing.compareTo(Wellbeing.WELL) <= 0;
    reasons.addAll(isGood ? comforts : troubles);
    reasons.addAll(isGood ? troubles : List.of());
    if (reasons.isEmpty()) {
      reasons.add(need());
    }
    return new Interpretation(
        wellbeing,
        being.sleep().asleep(),
        reasons.subList(0, Math.min(4, reasons.size())),
        mood(),
        occupation());
  }

  private Wellbeing base() {
    return being.phase() == Phase.DEGRADING
        ? Wellbeing.FAILING
        : switch (Mood.of(being.drive())) {
          case SERENE -> Wellbeing.THRIVING;
          case CONTENT -> Wellbeing.WELL;
          case RESTLESS, UNEASY -> Wellbeing.UNEASY;
          case TROUBLED, DESPERATE -> Wellbeing.STRUGGLING;
        };
  }

  private Statement need() {
    var vitals = being.condition().vitals();
    double energy = vitals.energy() / 100;
    double least = Math.min(energy, Math.min(vitals.stability(), vitals.integrity()));
    if (least > 0.8) {
      return Statement.of("it wants for little", being.seq());
    }
    var words =
        least == energy
            ? "energy is only at " + Phrase.whole(vitals.energy())
            : least == vitals.stability()
                ? "stability is only at " + Phrase.two(least)
                : "integrity is only at " + Phrase.two(least);
    return Statement.of(words, being.seq());
  }

  private void fading() {
    if (being.phase() == Phase.DEGRADING) {
      last("degraded", note -> true)
          .ifPresent(note ->
              troubles.add(
                  Statement.of("it has been degrading for " + since(note.tick()), note.seq())));
    }
  }

  private void lacks() {
    var vitals = being.condition().vitals();
    course("energy", vitals.energy(), 100, 5, Mark::energy, "");
    course("stability", vitals.stability(), 1, 0.1, Mark::stability, "2");
    course("integrity", vitals.integrity(), 1, 0.05, Mark::integrity, "2");
  }

  /** Where a vital goes, if it goes anywhere, or that it is low. */
  private void course(
      String vital,
      double now,
      double full,
      double clear,
      ToDoubleFunction<Mark> then,
      String digits) {
    double above = now;
    var from = Mark.NONE;
    for (var mark : marks.reversed()) {
      double value = then.applyAsDouble(mark);
      if (value < above - clear / 5) {
        break;
      }
      if (value > above + clear / 50) {
        above = value;
        from = mark;
      }
    }
    double hours = (being.tick() - from.tick()) * tickSeconds / Scope.HOUR.seconds();
    if (from.seq() > 0 && hours >= 1.5 && above - now >= clear && now < full * 0.8) {
      troubles.add(
          Statement.of(
              "%s has fallen for %s, from %s to %s"
                  .formatted(vital, since(from.tick()), shown(above, digits), shown(now, digits)),
              from.seq(),
              being.seq()));
    } else if (now < full * LOW) {
      troubles.add(Statement.of(vital + " is down to " + shown(now, digits), being.seq()));
    } else if (now >= full * 0.85 && vital.equals("energy")) {
      comforts.add(Statement.of("energy is at " + shown(now, digits), being.seq()));
    }
  }

  private static String shown(double value, String digits) {
    return digits.isEmpty() ? Phrase.whole(value) : Phrase.two(value);
  }

  /** What hit it since it last woke or fell asleep. */
  private void blows() {
    long since = being.sleep().since();
    var hits =
        notes.stream()
            .filter(note -> note.is("met") && note.tick() >= since && note.impact() <= -BLOW)
            .toList();
    if (hits.isEmpty()) {
      return;
    }
    var kind =
        hits.stream().max((a, b) -> Double.compare(-a.impact(), -b.impact())).orElseThrow().kind();
    var same = hits.stream().filter(note -> note.kind().equals(kind)).toList();
    var when =
        being.sleep().asleep() ? " since it fell asleep" : since == 0 ? "" : " since it woke";
    var other = hits.size() - same.size();
    troubles.add(
        new Statement(
            Phrase.meetings(kind, same.size())
                + (other == 0 ? "" : " and " + Phrase.count(other, "other blow", "other blows"))
                + when,
            strongest(hits)));
  }

  private static List<Long> strongest(List<Note> of) {
    return of.stream()
        .sorted((a, b) -> Double.compare(Math.abs(b.impact()), Math.abs(a.impact())))
        .limit(Statement.MOST_SEQS)
        .map(Note::seq)
        .toList();
  }

  private void sleep() {
    long day = (long) (Scope.DAY.seconds() / tickSeconds);
    var roused =
        notes.stream()
            .filter(note -> note.is("woke") && note.flag() && note.tick() >= being.tick() - day)
            .toList();
    if (roused.size() >= 2) {
      troubles.add(
          new Statement(
              "sleeping badly, roused " + Phrase.times(roused.size()) + " in a day",
              strongest(roused)));
    }
    double awake = (being.tick() - being.sleep().since()) * tickSeconds;
    if (!being.sleep().asleep() && awake > LONG_AWAKE) {
      troubles.add(
          Statement.of(
              "awake for " + Phrase.span(awake),
              last("woke", note -> true).map(Note::seq).orElse(1L),
              being.seq()));
    } else {
      last("woke", note -> !note.flag())
          .filter(note -> roused.isEmpty() && !being.sleep().asleep())
          .ifPresent(note -> comforts.add(Statement.of("it has slept well", note.seq())));
    }
  }

  private void feeding() {
    long hours = (long) (TREND_HOURS * Scope.HOUR.seconds() / tickSeconds);
    var good =
        notes.stream()
            .filter(
                note -> note.is("met") && note.impact() > 0 && note.tick() >= being.tick() - hours)
            .toList();
    if (good.size() >= 3) {
      comforts.add(
          new Statement("what came did it good " + Phrase.times(good.size()), strongest(good)));
    } else if (good.isEmpty() && being.tick() > hours) {
      var last = last("met", note -> note.impact() > 0);
      troubles.add(
          Statement.of(
              "nothing has done it good for " + last.map(note -> since(note.tick())).orElse("days"),
              last.map(Note::seq).orElse(being.seq())));
    }
  }

  /** How it feels, and where that goes. */
  private Statement mood() {
    var now = Mood.of(being.drive());
    var then = earlier();
    double change = being.drive() - then.drive();
    double clear = Math.max(0.3, 0.15 * Math.max(being.drive(), then.drive()));
    var trend =
        marks.size() < 2
            ? ""
            : change > clear
                ? ", and getting worse"
                : change < -clear ? ", and getting better" : "";
    var stirred = being.condition().arousal() > 0.25 ? ", stirred up" : "";
    return Statement.of(
        now.word() + stirred + trend, then.seq() == 0 ? being.seq() : then.seq(), being.seq());
  }

  private Mark earlier() {
    if (marks.isEmpty()) {
      return new Mark(being.seq(), being.tick(), 0, 0, 0, being.drive());
    }
    return marks.get(Math.max(0, marks.size() - TREND_HOURS));
  }

  private Statement occupation() {
    return asleep()
        .or(this::awaiting)
        .or(this::remembering)
        .or(this::takingIn)
        .orElseGet(this::idle);
  }

  private Optional<Statement> asleep() {
    if (!being.sleep().asleep()) {
      return Optional.empty();
    }
    return Optional.of(
        Statement.of(
            "asleep for " + since(being.sleep().since()),
            last("fell-asleep", note -> true).map(Note::seq).orElse(being.seq())));
  }

  private Optional<Statement> awaiting() {
    var trials = being.mind().trials();
    double foreboding = being.mind().foreboding();
    if (trials.isEmpty() || Math.abs(foreboding) < 0.5) {
      return Optional.empty();
    }
    var cue = trials.getLast().cues().getLast();
    return Optional.of(
        new Statement(
            "after %s it %s"
                .formatted(
                    Phrase.one(cue.kind()),
                    foreboding > 0 ? "braces itself for worse" : "expects relief"),
            trials.stream().flatMap(trial -> trial.seqs().stream()).toList().reversed()));
  }

  private Optional<Statement> remembering() {
    return lastOf(List.of("echoed", "recalled"))
        .filter(note -> (being.tick() - note.tick()) * tickSeconds <= RECENTLY)
        .map(note ->
            Statement.of(
                note.is("echoed")
                    ? Phrase.one(note.kind())
                        + " of "
                        + Phrase.two(note.intensity())
                        + " has come back to it"
                    : "it is reminded of "
                        + Phrase.one(note.kind())
                        + " of "
                        + Phrase.two(note.intensity()),
                note.about(),
                note.seq()));
  }

  private Optional<Statement> takingIn() {
    return last("met", note -> true)
        .filter(note -> (being.tick() - note.tick()) * tickSeconds <= RECENTLY)
        .map(note ->
            Statement.of(
                (note.impact() < 0 ? "getting over " : "making the most of ")
                    + Phrase.one(note.kind())
                    + " of "
                    + Phrase.two(note.intensity()),
                note.seq()));
  }

  private Statement idle() {
    var last = last("met", note -> true);
    return Statement.of(
        last.map(note ->
                "nothing much; what last mattered to it came " + since(note.tick()) + " ago")
            .orElse("nothing yet"),
        last.map(Note::seq).orElse(being.seq()));
  }

  private String since(long tick) {
    return Phrase.span((being.tick() - tick) * tickSeconds);
  }

  private Optional<Note> last(String type, java.util.function.Predicate<Note> which) {
    return lastOf(List.of(type), which);
  }

  private Optional<Note> lastOf(List<String> types) {
    return lastOf(types, note -> true);
  }

  private Optional<Note> lastOf(List<String> types, java.util.function.Predicate<Note> which) {
    for (var note : notes.reversed()) {
      if (types.contains(note.type()) && which.test(note)) {
        return Optional.of(note);
      }
    }
    return Optional.empty();
  }
}
