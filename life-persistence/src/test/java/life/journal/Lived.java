package life.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import life.being.Decider;
import life.being.Decision;
import life.being.Fact;
import life.being.LawSettings;
import life.being.LifeCommand;
import life.being.LifeId;
import life.being.Origin;
import life.being.SelfState;
import life.being.Source;
import life.being.When;
import life.body.Shift;
import life.law.Laws;
import life.world.Family;
import life.world.Stimulus;
import life.world.StimulusKind;
import life.world.World;

/**
 * A real life for tests: the facts of a being that lived by the laws, and when they were written.
 */
public record Lived(LifeId id, List<Fact> facts, List<Instant> times) {

  private static final World QUIET =
      World.plain(
          "quiet",
          0,
          List.of(
              new StimulusKind("shock", 1, 0.5, 1, new Shift(-5, -0.5, -0.2), 1, Family.BODILY),
              new StimulusKind(
                  "recovery", 1, 0.2, 1, new Shift(30, 0.2, 0.05), 0.6, Family.BODILY)));

  /** A life of at least so many facts, the same for the same arguments. */
  public static Lived of(String name, int atLeast, long seed) {
    var id = new LifeId(name);
    var random = new Random(seed);
    var facts = new ArrayList<Fact>();
    var origin = new Origin(id, seed, LawSettings.DEFAULT, Instant.EPOCH);
    SelfState state = live(Decider.UNBORN, new LifeCommand.BeBorn(origin, QUIET), facts);
    while (facts.size() < atLeast) {
      var kind = random.nextInt(30) == 0 ? "shock" : "recovery";
      var stimulus = new Stimulus(kind, random.nextInt(100) / 100.0);
      state = live(state, new LifeCommand.Live(1 + random.nextInt(60)), facts);
      state =
          live(
              state,
              new LifeCommand.Meet(stimulus, new When.Now(), Source.OUTSIDE, "k" + facts.size()),
              facts);
    }
    return new Lived(id, List.copyOf(facts), times(facts.size(), random));
  }

  private static SelfState live(SelfState state, LifeCommand command, List<Fact> facts) {
    var decision = new Decider(new Laws()).decide(state, command);
    SelfState after = state;
    for (Fact fact : ((Decision.Happened) decision).facts()) {
      facts.add(fact);
      after = Decider.evolve(after, fact);
    }
    return after;
  }

  /** Years long, with pauses, and with a clock that is set back now and then. */
  private static List<Instant> times(int count, Random random) {
    var times = new ArrayList<Instant>();
    Instant at = Instant.parse("2019-12-31T23:59:59.999Z");
    for (int i = 0; i < count; i++) {
      long step =
          switch (random.nextInt(50)) {
            case 0 -> random.nextLong(40_000_000_000L);
            case 1 -> -random.nextLong(4_000_000L);
            default -> random.nextLong(1_003);
          };
      at = at.plusMillis(step);
      times.add(at);
    }
    return List.copyOf(times);
  }

  /** The state after its last fact. */
  public SelfState last() {
    SelfState state = Decider.UNBORN;
    for (Fact fact : facts) {
      state = Decider.evolve(state, fact);
    }
    return state;
  }

  /** Adds all of its facts. */
  public void addTo(Arrival arrival) {
    for (int i = 0; i < facts.size(); i++) {
      arrival.add(times.get(i), facts.get(i));
    }
  }
}
