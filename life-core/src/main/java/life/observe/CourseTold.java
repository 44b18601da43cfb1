package life.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import life.being.Fact;
import life.being.SelfState.Alive;
import life.body.Drive;
import org.jspecify.annotations.Nullable;

/** Says how a chapter began, which turns it took, and how it ended. */
final class CourseTold {
  private final Telling of;
  private final Chapter chapter;
  private final @Nullable Chapter before;
  private final String stretch;

  CourseTold(Telling of) {
    this.of = of;
    this.chapter = of.chapter();
    this.before = of.before();
    this.stretch = of.stretch();
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
              of.name()
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
                "The %s found %s %s and %s.".formatted(stretch, of.name(), how, mood),
                "%s began the %s %s, in a %s mood.".formatted(of.name(), stretch, how, mood),
                "When the %s began, %s was %s and %s.".formatted(stretch, of.name(), how, mood)),
            start.seq()));
  }

  private List<Statement> turns() {
    var told = new ArrayList<Statement>();
    for (var turn : chapter.turns()) {
      said(turn).ifPresent(words -> told.add(Statement.of(words, turn.seq())));
    }
    return told;
  }

  private Optional<String> said(Scene.Turn turn) {
    var when = Phrase.capital(of.at(turn.tick()));
    return switch (turn.fact()) {
      case Fact.Degraded _ ->
          Optional.of(
              Phrase.pick(
                  turn.seq(),
                  when + " it began to fail.",
                  when + " its strength gave way: it was degrading.",
                  "It began to waste away " + of.at(turn.tick()) + "."));
      case Fact.Recovered _ ->
          Optional.of(
              Phrase.pick(
                  turn.seq(),
                  when + " it had recovered.",
                  when + " it was out of danger again.",
                  "It pulled through " + of.at(turn.tick()) + "."));
      case Fact.Died(_, var cause) -> Optional.of(when + " it died of " + cause.word() + ".");
      case Fact.Branched(var id, var parent, _, _) ->
          Optional.of(when + " its way parted from " + parent + "'s, as " + id + ".");
      case Fact.Settled(var world) ->
          Optional.of(
              "From then on (" + of.at(turn.tick()) + ") its world was '" + world.name() + "'.");
      case Fact.Resumed(long millis, _) ->
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
                "It was worst off " + of.at(peak.tick()) + energy + ".",
                "Its need was greatest " + of.at(peak.tick()) + energy + ".",
                "Hardest was the moment " + of.at(peak.tick()) + energy + "."),
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
}
