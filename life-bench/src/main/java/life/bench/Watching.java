package life.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import life.being.Course;
import life.being.Decider;
import life.being.Fact;
import life.being.LawSettings;
import life.being.LifeCommand;
import life.being.LifeId;
import life.being.Origin;
import life.being.SelfState;
import life.law.Laws;
import life.observe.SemanticMonitor;
import life.world.World;

/**
 * What the whole monitor costs: facts a second on one core, beside evolving the state by the same
 * facts; memory of a watched being; and whether either grows with the life, to ten million facts.
 */
final class Watching implements Benchmark {
  private static final long SEED = 7;
  private static final int SAMPLE_FACTS = 200_000;
  private static final int WATCHED = 32;
  private static final long LONG_LIFE_FACTS = 10_000_000;
  private static final long EARLY_FACTS = 1_000_000;
  private static final long TICKS_AT_ONCE = 86_400;
  private static final double LEAST_FACTS_PER_SECOND = 100_000;
  private static final double MOST_BYTES = 256 * 1024;

  /** A fact as a monitor sees it. */
  private record Step(SelfState before, Fact fact, SelfState after) {}

  /** What was seen of a long life at some point. */
  private record Stage(double factsPerSecond, double keptBytes) {}

  @Override
  public List<Result> run(Ground ground) {
    var eventful = steps(ground.world(), TICKS_AT_ONCE);
    var tickByTick = steps(ground.world(), 1);
    var results = new ArrayList<Result>();
    results.add(speed("facts watched, an eventful life", eventful, ground));
    results.add(speed("facts watched, each tick a fact", tickByTick, ground));
    results.add(
        Result.of("memory of a watched being", memory(eventful), "bytes").atMost(MOST_BYTES));
    results.addAll(longLife(ground.world()));
    return results;
  }

  private static Result speed(String what, List<Step> steps, Ground ground) {
    var rounds = Rounds.of(1, ground.rounds(), () -> watched(steps), () -> evolved(steps));
    return Result.of(what, rounds.ours(Double::doubleValue), "facts/s")
        .beside("evolving the state", rounds.peers(Double::doubleValue))
        .atLeast(LEAST_FACTS_PER_SECOND);
  }

  private static double watched(List<Step> steps) {
    var monitor = new SemanticMonitor();
    long begin = System.nanoTime();
    long noticed = 0;
    for (var step : steps) {
      noticed += monitor.next(step.before(), step.fact(), step.after()).size();
    }
    return perSecond(steps.size() + Math.min(0, noticed), begin);
  }

  private static double evolved(List<Step> steps) {
    long begin = System.nanoTime();
    long seqs = 0;
    for (var step : steps) {
      seqs += Decider.evolve(step.before(), step.fact()).seq();
    }
    return perSecond(steps.size() + Math.min(0, seqs), begin);
  }

  private static double perSecond(long facts, long begin) {
    return facts * 1e9 / (System.nanoTime() - begin);
  }

  /** The first facts of a life, whose quiet time is lived so many ticks at a time. */
  private static List<Step> steps(World world, long atOnce) {
    var steps = new ArrayList<Step>(SAMPLE_FACTS);
    live(
        world,
        atOnce,
        step -> {
          steps.add(step);
          return steps.size() < SAMPLE_FACTS;
        });
    return steps;
  }

  @FunctionalInterface
  private interface Eye {
    boolean wantsMoreAfter(Step step);
  }

  private static void live(World world, long atOnce, Eye eye) {
    var now =
        new Object() {
          SelfState state = Decider.UNBORN;
          boolean goesOn = true;
        };
    var course =
        new Course(
            new Decider(new Laws()),
            Decider.UNBORN,
            fact -> {
              var after = Decider.evolve(now.state, fact);
              now.goesOn = now.goesOn && eye.wantsMoreAfter(new Step(now.state, fact, after));
              now.state = after;
            });
    var laws = LawSettings.DEFAULT.withMortality(false);
    course.take(
        new LifeCommand.BeBorn(new Origin(new LifeId("ada"), SEED, laws, Instant.EPOCH), world));
    while (now.goesOn) {
      course.until(course.last().tick() + atOnce);
    }
  }

  /** Of one of many monitors that have seen the same life, by what the heap has grown. */
  private static double memory(List<Step> steps) {
    var monitors = new ArrayList<SemanticMonitor>();
    long before = used();
    for (int i = 0; i < WATCHED; i++) {
      var monitor = new SemanticMonitor();
      for (var step : steps) {
        monitor.next(step.before(), step.fact(), step.after());
      }
      monitors.add(monitor);
    }
    long after = used();
    return (double) (after - before) / monitors.size();
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static List<Result> longLife(World world) {
    var monitor = new SemanticMonitor();
    var stages = new ArrayList<Stage>();
    var now =
        new Object() {
          long facts;
          long nanos;
        };
    live(
        world,
        TICKS_AT_ONCE,
        step -> {
          long begin = System.nanoTime();
          monitor.next(step.before(), step.fact(), step.after());
          now.nanos += System.nanoTime() - begin;
          if (++now.facts % EARLY_FACTS == 0) {
            stages.add(new Stage(EARLY_FACTS * 1e9 / now.nanos, monitor.keep().length));
            now.nanos = 0;
          }
          return now.facts < LONG_LIFE_FACTS;
        });
    var early = stages.getFirst();
    var late = stages.getLast();
    return List.of(
        Result.of("facts watched, the tenth million of a life", late.factsPerSecond(), "facts/s")
            .beside("the first million", early.factsPerSecond())
            .atLeast(LEAST_FACTS_PER_SECOND),
        Result.of("kept monitor after 10,000,000 facts", late.keptBytes(), "bytes")
            .beside("after 1,000,000", early.keptBytes())
            .atMost(MOST_BYTES));
  }
}
