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

  /** Four uniform numbers have a variance of 4/12. */
  private static final double ROOT_OF_3 = StrictMath.sqrt(3);

  /** What the draw is for; draws for different faculties are independent. */
  public enum Faculty {
    WORLD_WHETHER(1),
    WORLD_KIND(2),
    WORLD_INTENSITY(3),
    PACEMAKER(4),
    ECHO_WHEN(5),
    ECHO_WHICH(6);

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

  /**
   * A number around 0 with deviation 1, in (-3.5, 3.5): the sum of four uniform numbers (Irwin and
   * Hall), which is close to normal and never far off.
   */
  public static double around(long seed, Faculty faculty, long tick) {
    long bits = bits(seed, faculty, tick);
    double sum = 0;
    for (int part = 0; part < 4; part++) {
      sum += ((bits >>> (16 * part)) & 0xffff) + 0.5;
    }
    return (sum / 0x1.0p16 - 2) * ROOT_OF_3;
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
