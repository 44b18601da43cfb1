package life.observe;

import java.util.ArrayList;
import java.util.List;
import life.being.Course;
import life.being.Decider;
import life.being.Fact;
import life.being.Given;
import life.being.LawSettings;
import life.being.SelfState;
import life.body.Shift;
import life.law.Laws;
import life.world.Family;
import life.world.StimulusKind;
import life.world.World;

/** A seeded life in a world that has something of everything. */
final class SeededLife {
  static final World WORLD =
      World.plain(
          "mild",
          0.0025,
          List.of(
              kind("memory-echo", 0, new Shift(0, 0.04, 0), 0.4, Family.INNER),
              kind("silence", 0, new Shift(0, -0.01, 0), 0.4, Family.BODILY),
              kind("noise", 14, new Shift(0, -0.02, 0), 0.3, Family.BODILY),
              kind("recovery", 13, new Shift(4.8, 0.08, 0.03), 0.6, Family.BODILY),
              kind("shock", 1, new Shift(-6, -0.3, -0.1), 1, Family.BODILY),
              kind("conflict", 2, new Shift(-2, -0.16, -0.03), 0.7, Family.SOCIAL),
              kind("connection", 2, new Shift(1, 0.12, 0.01), 0.7, Family.SOCIAL),
              kind("insight", 1, new Shift(2, 0.12, 0), 0.8, Family.COGNITIVE)));

  private SeededLife() {}

  private static StimulusKind kind(
      String name, double weight, Shift impact, double significance, Family family) {
    return new StimulusKind(name, weight, 0.1, 1, impact, significance, family);
  }

  /** A fact with the states around it. */
  record Step(SelfState before, Fact fact, SelfState after) {}

  static List<Step> of(long seed, double days) {
    return of(seed, days, WORLD, LawSettings.DEFAULT);
  }

  static List<Step> of(long seed, double days, World world, LawSettings laws) {
    var steps = new ArrayList<Step>();
    var state = new SelfState[] {Decider.UNBORN};
    var life =
        new Course(
            new Decider(new Laws()),
            Decider.UNBORN,
            fact -> {
              var after = Decider.evolve(state[0], fact);
              steps.add(new Step(state[0], fact, after));
              state[0] = after;
            });
    life.take(Given.birth("ada", seed, laws, world));
    life.until((long) (days * 86_400 / laws.tickSeconds()));
    return steps;
  }
}
