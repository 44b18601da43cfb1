package life.mind;

import life.body.Bounds;

/**
 * The inner clock: how fast time is felt to pass. A pacemaker that arousal speeds up
 * multiplicatively (Gibbon 1977; Treisman 1963) and that slows as energy runs out, and in sleep.
 */
public final class SubjectiveClock {
  /** Least felt seconds a physical second; so subjective age never stands still, nor decreases. */
  public static final double SLOWEST = 0.1;

  /** Most felt seconds a physical second. */
  public static final double FASTEST = 3;

  /** By what the pace is multiplied in sleep. */
  public static final double ASLEEP = 0.3;

  private static final double DRAINED = 0.7;

  private SubjectiveClock() {}

  /**
   * Felt seconds a physical second, in [{@link #SLOWEST}, {@link #FASTEST}].
   *
   * @param arousal in [0, 1]
   * @param energy in [0, 100]
   * @param arousalGain by how much full arousal speeds the clock up; 0 for not at all
   * @param pace of the {@link Pacemaker}, times {@link #ASLEEP} in sleep
   */
  public static double rate(double arousal, double energy, double arousalGain, double pace) {
    double rate = (1 + arousalGain * arousal) * (DRAINED + (1 - DRAINED) * energy * 0.01) * pace;
    return Bounds.clamp(rate, SLOWEST, FASTEST);
  }
}
