package life.bench.trouble;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import life.being.SelfState.Alive;
import life.observe.SignKind;

/**
 * What may be wrong in a life. Half of the kinds may be looked at while a monitor is tuned; the
 * others are kept out of it.
 */
public enum Trouble {
  /** It uses up ever more energy: in 3 days 60 to 120 % more, and so for ever. */
  DRIFTING_METABOLISM(0, true),
  /** A vital stays where it is for 12 to 48 hours, whatever comes, then goes on from there. */
  STUCK_VITAL(1, false),
  /** For 2 or 3 days it does not sleep, or is woken after 10 to 30 minutes each time. */
  LOST_SLEEP(2, true),
  /**
   * Somebody sends 8 to 25 stimuli of a seldom, harmful kind, half of the time shocks, in 1 to 4
   * hours.
   */
  SHOCK_STORM(3, true),
  /** Nothing comes for 12 to 48 hours. */
  SILENT_WORLD(4, false),
  /**
   * For 3 to 6 days sleep keeps nothing: nothing is consolidated, or the consolidation is empty.
   */
  MEMORY_STOPS(5, false),
  /**
   * One to three stimuli come twice within 10 ticks: those of the world, or one that somebody sent
   * with a key.
   */
  DUPLICATED_STIMULUS(6, true),
  /**
   * A stimulus is missing: what the world brings at that tick never reaches the being, or reaches
   * it and is never met.
   */
  MISSING_STIMULUS(7, false),
  /** One constant of its laws is another one, for ever; see {@link Constant}. */
  LAW_CHANGED(8, false);

  private final int number;
  private final boolean isForTuning;

  /** The number is the kind's for ever: with another one, its lives would be others. */
  Trouble(int number, boolean isForTuning) {
    this.number = number;
    this.isForTuning = isForTuning;
  }

  /** Sets its seeds apart from those of other kinds. */
  int number() {
    return number;
  }

  /** The signs that say what is wrong. */
  public Set<SignKind> signs() {
    return switch (this) {
      case DRIFTING_METABOLISM -> EnumSet.of(SignKind.CHANGED_RATE, SignKind.DRIFT);
      case STUCK_VITAL -> EnumSet.of(SignKind.STUCK_VITAL);
      case LOST_SLEEP -> EnumSet.of(SignKind.LOST_SLEEP);
      case SHOCK_STORM -> EnumSet.of(SignKind.FLOOD);
      case SILENT_WORLD -> EnumSet.of(SignKind.SILENCE, SignKind.MISSING_STIMULUS);
      case MEMORY_STOPS -> EnumSet.of(SignKind.NO_CONSOLIDATION);
      case DUPLICATED_STIMULUS -> EnumSet.of(SignKind.UNCALLED_STIMULUS);
      case MISSING_STIMULUS -> EnumSet.of(SignKind.MISSING_STIMULUS);
      case LAW_CHANGED -> EnumSet.of(SignKind.CHANGED_RATE, SignKind.AGE_OUT_OF_STEP);
    };
  }

  /** Whether a monitor may be tuned by it. */
  public boolean isForTuning() {
    return isForTuning;
  }

  /** Lower-case name, as it stands on the command line and in tables. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The trouble of that name. */
  public static Optional<Trouble> named(String word) {
    return Stream.of(values()).filter(trouble -> trouble.word().equals(word)).findFirst();
  }

  /** Trouble of this kind that a being has from now on. */
  Upset upset(Alive being, SplittableRandom dice) {
    return switch (this) {
      case DRIFTING_METABOLISM -> BodyUpsets.drift(being, dice);
      case STUCK_VITAL -> BodyUpsets.stuck(being, dice);
      case LOST_SLEEP -> NightUpsets.sleepless(being, dice);
      case SHOCK_STORM -> WorldUpsets.storm(being, dice);
      case SILENT_WORLD -> WorldUpsets.silence(being, dice);
      case MEMORY_STOPS -> NightUpsets.forgetful(being, dice);
      case DUPLICATED_STIMULUS -> WorldUpsets.doubled(being, dice);
      case MISSING_STIMULUS -> WorldUpsets.missing(being, dice);
      case LAW_CHANGED -> BodyUpsets.law(being, dice);
    };
  }

  /** What is random about trouble of this kind in the life of that seed. */
  SplittableRandom dice(long seed) {
    return new SplittableRandom(seed ^ ((long) number << Integer.SIZE));
  }
}
