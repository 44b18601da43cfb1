package life.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import life.being.Phase;
import life.being.SelfState.Alive;
import life.observe.Outlook.Mark;

/** What troubles a being and what comforts it, the weightiest first. */
final class Concerns {
  private static final double LOW = 0.35;
  private static final double BLOW = 0.1;
  private static final double LONG_AWAKE = 20 * 3_600;
  private static final int FED_HOURS = 6;

  private final Lately lately;
  private final Alive being;
  private final List<Statement> troubles = new ArrayList<>();
  private final List<Statement> comforts = new ArrayList<>();

  Concerns(Lately lately) {
    this.lately = lately;
    this.being = lately.being();
    fading();
    lacks();
    blows();
    sleep();
    feeding();
  }

  List<Statement> troubles() {
    return troubles;
  }

  List<Statement> comforts() {
    return comforts;
  }

  private void fading() {
    if (being.phase() == Phase.DEGRADING) {
      var since = lately.last("degraded", note -> true);
      troubles.add(
          Statement.of(
              "it has been degrading for "
                  + since.map(note -> lately.since(note.tick())).orElse("days"),
              since.map(Note::seq).orElse(being.seq())));
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
    for (var mark : lately.marks().reversed()) {
      double value = then.applyAsDouble(mark);
      if (value < above - clear / 5) {
        break;
      }
      if (value > above + clear / 50) {
        above = value;
        from = mark;
      }
    }
    double hours = (being.tick() - from.tick()) * lately.tickSeconds() / Scope.HOUR.seconds();
    if (from.seq() > 0 && hours >= 1.5 && above - now >= clear && now < full * 0.8) {
      troubles.add(
          Statement.of(
              "%s has fallen for %s, from %s to %s"
                  .formatted(
                      vital, lately.since(from.tick()), shown(above, digits), shown(now, digits)),
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
        lately.notes().stream()
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
    long day = (long) (Scope.DAY.seconds() / lately.tickSeconds());
    var roused =
        lately.notes().stream()
            .filter(note -> note.is("woke") && note.flag() && note.tick() >= being.tick() - day)
            .toList();
    if (roused.size() >= 2) {
      troubles.add(
          new Statement(
              "sleeping badly, roused " + Phrase.times(roused.size()) + " in a day",
              strongest(roused)));
    }
    double awake = (being.tick() - being.sleep().since()) * lately.tickSeconds();
    if (!being.sleep().asleep() && awake > LONG_AWAKE) {
      troubles.add(
          Statement.of(
              "awake for " + Phrase.span(awake),
              lately
                  .last("woke", note -> true)
                  .map(Note::seq)
                  .orElse(lately.isWholeLife() ? 1 : being.seq()),
              being.seq()));
    } else {
      lately
          .last("woke", note -> !note.flag())
          .filter(note -> roused.isEmpty() && !being.sleep().asleep())
          .ifPresent(note -> comforts.add(Statement.of("it has slept well", note.seq())));
    }
  }

  private void feeding() {
    long hours = (long) (FED_HOURS * Scope.HOUR.seconds() / lately.tickSeconds());
    var good =
        lately.notes().stream()
            .filter(
                note -> note.is("met") && note.impact() > 0 && note.tick() >= being.tick() - hours)
            .toList();
    if (good.size() >= 3) {
      comforts.add(
          new Statement("what came did it good " + Phrase.times(good.size()), strongest(good)));
    } else if (good.isEmpty() && being.tick() > hours) {
      var last = lately.last("met", note -> note.impact() > 0);
      troubles.add(
          Statement.of(
              "nothing has done it good for "
                  + last.map(note -> lately.since(note.tick()))
                      .orElse(lately.isWholeLife() ? lately.since(0) : "days"),
              last.map(Note::seq).orElse(being.seq())));
    }
  }
}
