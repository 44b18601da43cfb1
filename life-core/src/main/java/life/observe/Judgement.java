package life.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import life.being.Phase;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.being.SelfState.Unborn;
import life.observe.Outlook.Mark;

/** Puts what is known of the last days of a being in words. */
final class Judgement {
  private static final double RECENTLY = 900;
  private static final int TREND_HOURS = 6;

  private final SelfState state;
  private final Alive being;
  private final Lately lately;

  Judgement(List<Note> notes, List<Mark> marks, SelfState now) {
    this.state = now;
    this.being =
        switch (now) {
          case Alive alive -> alive;
          case Dead dead -> dead.last();
          case Unborn _ -> throw new IllegalArgumentException("nobody is born yet");
        };
    this.lately = new Lately(notes, marks, being);
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
    var concerns = new Concerns(lately);
    var troubles = concerns.troubles();
    var base = base();
    int bearable = base.compareTo(Wellbeing.WELL) <= 0 ? 1 : 2;
    var wellbeing = base.worse(troubles.size() > bearable ? 1 : 0);
    var reasons = new ArrayList<Statement>();
    boolean isGood = wellbeing.compareTo(Wellbeing.WELL) <= 0;
    reasons.addAll(isGood ? concerns.comforts() : troubles);
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

  /** How it feels, and where that goes. */
  private Statement mood() {
    var now = Mood.of(being.drive());
    var then = earlier();
    double change = being.drive() - then.drive();
    double clear = Math.max(0.3, 0.15 * Math.max(being.drive(), then.drive()));
    var trend =
        lately.marks().size() < 2
            ? ""
            : change > clear
                ? ", and getting worse"
                : change < -clear ? ", and getting better" : "";
    var stirred = being.condition().arousal() > 0.25 ? ", stirred up" : "";
    return Statement.of(
        now.word() + stirred + trend, then.seq() == 0 ? being.seq() : then.seq(), being.seq());
  }

  private Mark earlier() {
    if (lately.marks().isEmpty()) {
      return new Mark(being.seq(), being.tick(), 0, 0, 0, being.drive());
    }
    return lately.marks().get(Math.max(0, lately.marks().size() - TREND_HOURS));
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
            "asleep for " + lately.since(being.sleep().since()),
            lately.last("fell-asleep", note -> true).map(Note::seq).orElse(being.seq())));
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
    return lately
        .lastOf(List.of("echoed", "recalled"))
        .filter(note -> (being.tick() - note.tick()) * lately.tickSeconds() <= RECENTLY)
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
    return lately
        .last("met", note -> true)
        .filter(note -> (being.tick() - note.tick()) * lately.tickSeconds() <= RECENTLY)
        .map(note ->
            Statement.of(
                (note.impact() < 0 ? "getting over " : "making the most of ")
                    + Phrase.one(note.kind())
                    + " of "
                    + Phrase.two(note.intensity()),
                note.seq()));
  }

  private Statement idle() {
    var last = lately.last("met", note -> true);
    return Statement.of(
        last.map(note ->
                "nothing much; what last mattered to it came " + lately.since(note.tick()) + " ago")
            .orElse(
                lately.isWholeLife()
                    ? "nothing yet"
                    : "nothing much; nothing has mattered to it for days"),
        last.map(Note::seq).orElse(being.seq()));
  }
}
