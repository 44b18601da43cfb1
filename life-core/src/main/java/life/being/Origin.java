package life.being;

import java.time.Instant;

/**
 * What a being is born with and keeps: who it is, its chance, and its laws.
 *
 * @param id its name
 * @param seed of all chance in its life
 * @param laws version and settings of the laws it lives under
 * @param bornAt wall-clock time of the birth; no law looks at it
 */
public record Origin(LifeId id, long seed, LawSettings laws, Instant bornAt) {
  /**
   * Seeds that are drawn lie in [0, this): of 53 bits, whoever reads JSON numbers as floating point
   * reads them right.
   */
  public static final long DRAWN_SEEDS = 1L << 53;
}
