package life.world;

/**
 * Seeded randomness without state: the draw of any tick is a function of (seed, faculty, tick), had
 * in O(1). Observing changes nothing, and a being draws the same alone and in a crowd.
 *
 * <p>The mixing function is the finaliser of SplitMix64 (Steele, Lea and Flood, "Fast Splittable
 * Pseudorandom Number Generators", OOPSLA 2014, variant 13 of Stafford), applied once for each
 * coordinate.
 */
public final class Chance {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  /** What the draw is for; draws for different faculties are independent. */
  public enum Faculty {
    WORLD_WHETHER(1),
    WORLD_KIND(2),
    WORLD_INTENSITY(3);

    private final long salt;

    /** The number is the faculty's for ever: with another one, every life would draw anew. */
    Faculty(int number) {
      salt = mix(number * GOLDEN_GAMMA);
    }
  }

  private Chance() {}

  /** 64 uniformly distributed bits. */
  public static long bits(long seed, Faculty faculty, long tick) {
    return mix(mix(seed ^ faculty.salt) + tick * GOLDEN_GAMMA);
  }

  /** A number uniformly distributed over [0, 1), on a grid of 2^-53. */
  public static double uniform(long seed, Faculty faculty, long tick) {
    return (bits(seed, faculty, tick) >>> 11) * UNIT;
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
