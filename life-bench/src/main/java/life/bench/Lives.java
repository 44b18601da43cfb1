package life.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import life.being.Course;
import life.being.Decider;
import life.being.Fact;
import life.being.LawSettings;
import life.being.LifeCommand;
import life.being.LifeId;
import life.being.Origin;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.law.Laws;
import life.world.Weather;
import life.world.World;

/** Whole lives in each weather, and unfed: the statistics that docs/laws.md shows. */
final class Lives {
  /** How many lives docs/laws.md tells of, in each weather. */
  static final int USUAL_SEEDS = 200;

  private static final long TICKS_PER_DAY = 86_400;
  private static final long LONGEST_DAYS = 365;

  /** What one life came to. */
  private record Life(
      double days,
      double asleep,
      double sleepsPerDay,
      double degraded,
      String end,
      double traces,
      double feltShare) {}

  private Lives() {}

  /** Prints a table, one line for each weather. */
  static void print(World world, int seeds) {
    System.out.println(
        """
        | | days lived (10 % / median / 90 %) | asleep | sleeps a day | degrading | ended | traces held | felt time |
        | --- | --- | ---: | ---: | ---: | --- | ---: | ---: |\
        """);
    for (var weather : Weather.values()) {
      print(weather.word(), weather == Weather.NORMAL ? world : world.under(weather), seeds);
    }
    print("unfed", new World("still", Weather.NORMAL, 0, world.kinds(), List.of()), seeds);
  }

  private static void print(String name, World world, int seeds) {
    var lives =
        LongStream.rangeClosed(1, seeds).parallel().mapToObj(seed -> live(world, seed)).toList();
    var ends = new TreeMap<String, Integer>();
    lives.forEach(life -> ends.merge(life.end(), 1, Integer::sum));
    var days = lives.stream().map(Life::days).sorted(Comparator.naturalOrder()).toList();
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f / %.1f / %.1f | %.0f %% | %.2f | %.0f %% | %s | %.0f | %.2f |%n",
        name,
        days.get(seeds / 10),
        days.get(seeds / 2),
        days.get(seeds * 9 / 10),
        100 * mean(lives, Life::asleep),
        mean(lives, Life::sleepsPerDay),
        100 * mean(lives, Life::degraded),
        ends(ends),
        mean(lives, Life::traces),
        mean(lives, Life::feltShare));
  }

  private static String ends(Map<String, Integer> ends) {
    var text = new ArrayList<String>();
    ends.forEach((end, number) -> text.add(number + " " + end));
    return String.join(", ", text);
  }

  private static double mean(List<Life> lives, ToDoubleFunction<Life> of) {
    return lives.stream().mapToDouble(of).average().orElse(0);
  }

  private static Life live(World world, long seed) {
    var watch = new Watch();
    var course = new Course(new Decider(new Laws()), Decider.UNBORN, watch::see);
    var origin = new Origin(new LifeId("ada"), seed, LawSettings.DEFAULT, Instant.EPOCH);
    course.take(new LifeCommand.BeBorn(origin, world));
    course.until(LONGEST_DAYS * TICKS_PER_DAY);
    Alive last = course.last();
    double days = (double) last.tick() / TICKS_PER_DAY;
    return new Life(
        days,
        (double) watch.asleepTicks / last.tick(),
        watch.sleeps / days,
        (double) watch.degradedTicks / last.tick(),
        course.state() instanceof Dead dead ? dead.cause().word() : "still alive",
        last.mind().memory().longTerm().traces().size(),
        last.condition().felt() / last.ageSeconds());
  }

  private static final class Watch {
    private long asleepTicks;
    private long degradedTicks;
    private long sleeps;
    private boolean asleep;
    private boolean degraded;

    void see(Fact fact) {
      if (fact instanceof Fact.Lived(long ticks, _)) {
        asleepTicks += asleep ? ticks : 0;
        degradedTicks += degraded ? ticks : 0;
      }
      if (fact instanceof Fact.FellAsleep) {
        sleeps++;
      }
      asleep = fact instanceof Fact.FellAsleep || (asleep && !(fact instanceof Fact.Woke));
      degraded = fact instanceof Fact.Degraded || (degraded && !(fact instanceof Fact.Recovered));
    }
  }
}
