package life.notice;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import life.actor.WorldFile;
import life.being.Course;
import life.being.Decider;
import life.being.Fact;
import life.being.LawSettings;
import life.being.LifeCommand;
import life.being.LifeId;
import life.being.Origin;
import life.being.SelfState;
import life.being.Source;
import life.being.When;
import life.journal.Arrival;
import life.journal.FactStore;
import life.law.Laws;
import life.observe.Observation;
import life.observe.SemanticMonitor;
import life.world.Stimulus;

/**
 * A being to whom a storm of shocks comes each other day, and its whole past.
 *
 * @param facts in order, from birth on
 */
record Troubled(LifeId id, List<Fact> facts) {
  private static final long DAY = 86_400;
  private static final int SHOCKS = 12;
  private static final long BETWEEN_SHOCKS = 200;

  /** Lives so many days, in the world that is shipped. */
  static Troubled of(String name, long seed, int days) {
    System.out.println("seed " + seed);
    var world = WorldFile.read(Path.of("../config/worlds/default.conf"));
    var id = new LifeId(name);
    var facts = new ArrayList<Fact>();
    var life = new Course(new Decider(new Laws()), Decider.UNBORN, facts::add);
    var laws = LawSettings.DEFAULT.withMortality(false);
    life.take(new LifeCommand.BeBorn(new Origin(id, seed, laws, Instant.EPOCH), world));
    for (int day = 0; day < days; day++) {
      life.until(day * DAY + DAY / 2);
      for (int i = 0; day % 2 == 1 && i < SHOCKS; i++) {
        var shock = new Stimulus("shock", 0.9);
        life.take(new LifeCommand.Meet(shock, new When.Now(), Source.OUTSIDE, null));
        life.until(day * DAY + DAY / 2 + i * BETWEEN_SHOCKS);
      }
    }
    return new Troubled(id, List.copyOf(facts));
  }

  /** Brings its whole life into a journal. */
  void arriveIn(FactStore store) {
    try (var arrival = Arrival.of(store, id)) {
      facts.forEach(fact -> arrival.add(Instant.EPOCH, fact));
      arrival.admit();
    }
  }

  /** The states before the first fact, and after each. */
  List<SelfState> states() {
    var states = new ArrayList<SelfState>(List.of(Decider.UNBORN));
    facts.forEach(fact -> states.add(Decider.evolve(states.getLast(), fact)));
    return states;
  }

  /** All that there is to notice in it. */
  List<Observation> observations() {
    var states = states();
    var monitor = new SemanticMonitor();
    var noticed = new ArrayList<Observation>();
    for (int i = 0; i < facts.size(); i++) {
      noticed.addAll(monitor.next(states.get(i), facts.get(i), states.get(i + 1)));
    }
    return noticed;
  }
}
