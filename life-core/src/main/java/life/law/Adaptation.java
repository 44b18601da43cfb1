package life.law;

import java.util.List;
import java.util.Optional;
import life.being.Constitution.Trigger;
import life.being.Fact;
import life.being.SelfState.Alive;
import life.body.Bounds;
import life.mind.Episode;
import life.mind.Memory;
import life.mind.Sensitivity;

/**
 * Slow adaptation, judged by what is in short-term memory: a sound being that takes blows hardens,
 * a frayed one becomes sore, and without blows either wears off (moderate adversity strengthens,
 * overwhelming adversity sensitises: Seery, Holman and Silver, J. Pers. Soc. Psychol. 99 (2010)
 * 1025); one in need makes more of what helps, one in plenty less. A step after which need has
 * clearly risen within a day is taken back.
 */
final class Adaptation implements Turn {
  /** Ticks between two steps, whatever a tick is. */
  static final long LEAST_TICKS = 100;

  private static final double LEAST_SECONDS = 21_600;

  /** Mean significance of harm in short-term memory from which a being changes. */
  private static final double STRAIN = 0.18;

  /** Mean significance of harm below which what it did wears off. */
  private static final double EASE = 0.03;

  /** Mean significance of help from which a being without need grows indifferent to it. */
  private static final double PLENTY = 0.2;

  private static final double NEED = 6;
  private static final double NO_NEED = 1;

  /** Rise of drive, as a share and as a number, after which a step is taken back. */
  private static final double WORSE_SHARE = 1.5;

  private static final double WORSE = 1;
  private static final double DAY_SECONDS = 86_400;

  @Override
  public Optional<Fact.Derived> turn(Alive being, Trigger trigger) {
    if (!Turn.isNoticed(trigger) || !isReady(being)) {
      return Optional.empty();
    }
    var causes = List.of(trigger.seq());
    if (hasMadeItWorse(being)) {
      return Optional.of(new Fact.RolledBack(causes));
    }
    double harmBy = harmBy(being);
    double helpBy = helpBy(being);
    return harmBy == 0 && helpBy == 0
        ? Optional.empty()
        : Optional.of(new Fact.Adapted(causes, harmBy, helpBy, being.drive()));
  }

  private static boolean isReady(Alive being) {
    long rest = Math.max(LEAST_TICKS, being.origin().laws().ticks(LEAST_SECONDS));
    return being.tick() - being.mind().sensitivity().adapted() >= rest;
  }

  private static boolean hasMadeItWorse(Alive being) {
    var history = being.mind().sensitivity().history();
    return !history.isEmpty()
        && being.drive() > history.getLast().drive() * WORSE_SHARE + WORSE
        && history.getLast().tick() == being.mind().sensitivity().adapted()
        && being.tick() - history.getLast().tick() <= being.origin().laws().ticks(DAY_SECONDS);
  }

  private static double harmBy(Alive being) {
    double factor = being.mind().sensitivity().harm();
    double strain = mean(being, true);
    if (strain < EASE) {
      return Bounds.clamp(1 - factor, -Sensitivity.STEP, Sensitivity.STEP);
    }
    if (strain < STRAIN) {
      return 0;
    }
    boolean sound = being.condition().vitals().stability() >= Appraisal.WEAK;
    double by = sound ? -Sensitivity.STEP : Sensitivity.STEP;
    return factor + by < Sensitivity.LEAST || factor + by > Sensitivity.MOST ? 0 : by;
  }

  private static double helpBy(Alive being) {
    double factor = being.mind().sensitivity().help();
    double drive = being.drive();
    double by = 0;
    if (drive > NEED) {
      by = Sensitivity.STEP;
    } else if (drive < NO_NEED && mean(being, false) > PLENTY) {
      by = -Sensitivity.STEP;
    }
    return factor + by < Sensitivity.LEAST || factor + by > Sensitivity.MOST ? 0 : by;
  }

  /** Mean significance of what harmed, or helped, over all of short-term memory. */
  private static double mean(Alive being, boolean harm) {
    double sum = 0;
    for (Episode episode : being.mind().memory().shortTerm()) {
      var meaning = episode.meaning();
      if (!meaning.impact().isNone() && meaning.impact().isHarmful() == harm) {
        sum += meaning.significance();
      }
    }
    return sum / Memory.SPAN;
  }
}
