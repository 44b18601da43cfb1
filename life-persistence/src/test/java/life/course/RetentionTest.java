package life.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import life.being.Course;
import life.being.Fact;
import life.being.LawSettings;
import life.mind.Retrieval;
import life.mind.Trace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How much of what was kept comes to mind at which age, over all memories of a life. Forgetting
 * follows a power law rather than an exponential (Wixted and Ebbesen, "On the form of forgetting",
 * Psychological Science 2 (1991) 409).
 */
class RetentionTest {
  private static final double[] AGES_IN_DAYS = {
    0.1, 0.2, 0.35, 0.6, 1, 1.7, 3, 5, 8, 13, 20, 30, 45
  };
  private static final long LOOK_EVERY_TICKS = 10_800;
  private static final int DAYS = 75;

  /** Enough memories for a mean. */
  private static final int FEWEST = 20;

  /** Retention at one age. */
  private record Point(double days, double retained) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theForgettingOfAWholeLifeIsAPowerLaw(long seed) {
    var points = retention(seed);
    assertThat(points).hasSizeGreaterThan(10);
    assertThat(points.getFirst().retained()).isGreaterThan(0.7);
    double power = akaike(points, (days, rate) -> Math.pow(days, -rate));
    double exponential = akaike(points, (days, rate) -> Math.exp(-days * rate));
    assertThat(exponential - power).as("seed %d, %s", seed, points).isGreaterThan(10);
  }

  private static List<Point> retention(long seed) {
    var made = new TreeMap<Long, Double>();
    var life =
        Lived.born(
            seed,
            Lived.DEFAULT,
            LawSettings.DEFAULT.withMortality(false),
            fact -> {
              if (fact instanceof Fact.Consolidated(_, var kept, _)) {
                kept.stream()
                    .filter(trace -> trace.level().uses() == 1)
                    .forEach(trace -> made.putIfAbsent(trace.id(), trace.level().first()));
              }
            });
    double[] sums = new double[AGES_IN_DAYS.length];
    int[] counts = new int[AGES_IN_DAYS.length];
    while (life.last().tick() < DAYS * Lived.DAY) {
      double before = life.last().condition().felt();
      life.until(life.last().tick() + LOOK_EVERY_TICKS);
      look(life, made, before, sums, counts);
    }
    var points = new ArrayList<Point>();
    for (int age = 0; age < sums.length; age++) {
      if (counts[age] >= FEWEST) {
        points.add(new Point(AGES_IN_DAYS[age], sums[age] / counts[age]));
      }
    }
    return points;
  }

  /** Adds up the retention of those memories that have just reached one of the ages. */
  private static void look(
      Course life, Map<Long, Double> made, double before, double[] sums, int[] counts) {
    double now = life.last().condition().felt();
    var held = life.last().mind().memory().longTerm();
    made.forEach((id, since) -> {
      for (int age = 0; age < sums.length; age++) {
        double at = since + AGES_IN_DAYS[age] * Lived.DAY;
        if (at > before && at <= now) {
          counts[age]++;
          sums[age] += held.find(id).map(trace -> presence(trace, now)).orElse(0.0);
        }
      }
    });
  }

  private static double presence(Trace trace, double now) {
    return Retrieval.probability(trace.level().activation(now));
  }

  /** Akaike's criterion of the best fit of scale · curve(days, rate). */
  private static double akaike(List<Point> points, DoubleBinaryOperator curve) {
    double least = Double.MAX_VALUE;
    for (double rate = 0.001; rate < 5; rate *= 1.01) {
      double product = 0;
      double square = 0;
      for (var point : points) {
        double value = curve.applyAsDouble(point.days(), rate);
        product += value * point.retained();
        square += value * value;
      }
      double residual = 0;
      for (var point : points) {
        double value = product / square * curve.applyAsDouble(point.days(), rate);
        residual += (point.retained() - value) * (point.retained() - value);
      }
      least = Math.min(least, residual);
    }
    int parameters = 2;
    return points.size() * Math.log(least / points.size()) + 2 * parameters;
  }
}
