package life.mind;

import life.body.Bounds;

/**
 * The two processes of sleep: pressure that grows awake and is worked off asleep, and a daily
 * rhythm that moves the thresholds between which it swings (Borbély 1982; Daan, Beersma and
 * Borbély, "Timing of human sleep: recovery process gated by a circadian pacemaker", Am. J.
 * Physiol. 246 (1984) R161).
 *
 * @param asleepAbove threshold H⁺ at which a being falls asleep, in (0, 1)
 * @param awakeBelow threshold H⁻ at which it wakes, in (0, H⁺)
 * @param swing amplitude a of the daily rhythm in both, 0 or more
 */
public record SleepCycle(double asleepAbove, double awakeBelow, double swing) {
  /** Upper asymptote μ of the pressure. */
  public static final double CEILING = 1;

  /** Time constant of the growth of pressure awake, in hours. */
  public static final double RISE_HOURS = 18.2;

  /** Time constant of its decay asleep, in hours. */
  public static final double FALL_HOURS = 4.2;

  /** Length of a day, in hours. */
  public static final double DAY_HOURS = 24;

  /** One sleep a day of 7.94 hours. */
  public static final SleepCycle USUAL = new SleepCycle(0.67, 0.17, 0.12);

  public SleepCycle {
    Bounds.within("sleep.asleep-above", asleepAbove, 0, 1);
    Bounds.within("sleep.awake-below", awakeBelow, 0, asleepAbove);
    Bounds.within("sleep.swing", swing, 0, 1);
  }

  /** The daily rhythm at an age, in [-1, 1]. */
  public static double rhythm(double ageHours) {
    return StrictMath.sin(2 * Math.PI * ageHours / DAY_HOURS);
  }

  /** What is left, after so many hours awake, of the distance between pressure and ceiling. */
  public static double keptAwake(double hours) {
    return StrictMath.exp(-hours / RISE_HOURS);
  }

  /** What is left of the pressure after so many hours asleep. */
  public static double keptAsleep(double hours) {
    return StrictMath.exp(-hours / FALL_HOURS);
  }

  /** Whether a waking being with that pressure falls asleep. */
  public boolean fallsAsleep(double pressure, double rhythm) {
    return pressure >= asleepAbove + swing * rhythm;
  }

  /** Whether a sleeping being with that pressure wakes. */
  public boolean wakes(double pressure, double rhythm) {
    return pressure <= awakeBelow + swing * rhythm;
  }
}
