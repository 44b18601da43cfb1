package life.bench.trouble;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import life.world.Weather;
import life.world.World;

/**
 * Many lives, some in trouble and some not, and a watcher that is judged by them. Seeds for tuning
 * and seeds for testing have none in common, and held-out kinds of trouble are never lived with
 * seeds for tuning.
 *
 * @param troubled verdicts on troubled lives in normal weather, by what is wrong in them
 * @param clean verdicts on clean lives, by weather
 */
record Trial(Map<Trouble, List<Verdict>> troubled, Map<Weather, List<Verdict>> clean) {
  /** What a trial is for. */
  enum Purpose {
    /** To look at while a monitor is tuned: some kinds only. */
    TUNING(1_000),
    /** To state how good it is. */
    TESTING(500_000),
    /** To see in every build that it has not become worse, without a look at those for testing. */
    BUILDING(900_000);

    private final long firstSeed;

    Purpose(long firstSeed) {
      this.firstSeed = firstSeed;
    }

    /** Whether that kind may be looked at for this. */
    boolean allows(Trouble trouble) {
      return this != TUNING || trouble.isForTuning();
    }
  }

  private static final long SEEDS_PER_KIND = 1_000;
  private static final long CLEAN_SEEDS = 100_000;

  /**
   * Holds one, on all cores; the result does not depend on how many there are.
   *
   * @param world in normal weather
   * @param seeds troubled lives of each kind
   * @param cleans clean lives in each weather; in normal weather there are at least as many as
   *     troubled ones
   * @throws IllegalArgumentException if a kind is held out of that purpose
   */
  static Trial of(
      Purpose purpose,
      World world,
      List<Trouble> kinds,
      int seeds,
      int cleans,
      Supplier<Watcher> watcher) {
    var troubled = new EnumMap<Trouble, List<Verdict>>(Trouble.class);
    for (var kind : kinds) {
      if (!purpose.allows(kind)) {
        throw new IllegalArgumentException(kind.word() + " is held out of tuning");
      }
      long first = purpose.firstSeed + SEEDS_PER_KIND * kind.number();
      troubled.put(
          kind,
          LongStream.range(first, first + seeds)
              .parallel()
              .mapToObj(seed -> Verdict.of(LabelledLife.with(kind, world, seed), watcher.get()))
              .toList());
    }
    var clean = new EnumMap<Weather, List<Verdict>>(Weather.class);
    for (var weather : Weather.values()) {
      int count = weather == Weather.NORMAL ? Math.max(cleans, seeds * kinds.size()) : cleans;
      long first = purpose.firstSeed + CLEAN_SEEDS;
      var under = world.under(weather);
      clean.put(
          weather,
          LongStream.range(first, first + count)
              .parallel()
              .mapToObj(seed -> Verdict.of(LabelledLife.clean(under, seed), watcher.get()))
              .toList());
    }
    return new Trial(troubled, clean);
  }

  /** Troubled lives of all kinds, mixed with as many clean ones. */
  Score all() {
    var all = new ArrayList<Verdict>();
    troubled.values().forEach(all::addAll);
    return mixed(all);
  }

  /** Troubled lives of that kind, beside the same clean ones. */
  Score of(Trouble trouble) {
    return new Score(troubled.getOrDefault(trouble, List.of()), cleanInNormal());
  }

  /** The clean lives in that weather. */
  Score of(Weather weather) {
    return new Score(List.of(), clean.getOrDefault(weather, List.of()));
  }

  private Score mixed(List<Verdict> all) {
    var some = cleanInNormal();
    return new Score(all, some.subList(0, Math.min(all.size(), some.size())));
  }

  private List<Verdict> cleanInNormal() {
    return clean.getOrDefault(Weather.NORMAL, List.of());
  }
}
