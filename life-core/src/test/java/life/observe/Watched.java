package life.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import life.being.Constitution;
import life.being.Course;
import life.being.Decider;
import life.being.Fact;
import life.being.Given;
import life.being.LawSettings;
import life.being.LifeCommand;
import life.being.Moment;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.being.Source;
import life.being.When;
import life.body.Shift;
import life.law.Laws;
import life.world.Family;
import life.world.Stimulus;
import life.world.StimulusKind;
import life.world.World;

/** A life that is watched, and in which something can go wrong. */
final class Watched {
  /** A world in which about six things come in an hour, and in which one can live for long. */
  static final World WORLD =
      World.plain(
          "gentle",
          1 / 600.0,
          List.of(
              new StimulusKind("noise", 14, 0.05, 0.6, new Shift(0, -0.02, 0), 0.3, Family.BODILY),
              new StimulusKind(
                  "decay", 8, 0.1, 0.6, new Shift(-3, -0.08, -0.04), 0.5, Family.BODILY),
              new StimulusKind(
                  "recovery", 17, 0.2, 1, new Shift(4.8, 0.08, 0.03), 0.6, Family.BODILY),
              new StimulusKind("shock", 1, 0.4, 1, new Shift(-6, -0.3, -0.1), 1, Family.BODILY),
              new StimulusKind("comfort", 8, 0.2, 0.9, new Shift(0.5, 0.06, 0), 0.4, Family.BODILY),
              new StimulusKind("harmony", 5, 0.2, 0.9, new Shift(1, 0.1, 0), 0.6, Family.SOCIAL)));

  static final long HOUR = 3_600;
  static final long DAY = 24 * HOUR;

  private final TreeMap<Integer, Observation> observations = new TreeMap<>();
  private final List<Observation> versions = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();
  private Constitution laws = new Laws();
  private SelfState state = Decider.UNBORN;
  private SemanticMonitor monitor = new SemanticMonitor();

  /** Born in {@link #WORLD}. */
  static Watched born(long seed) {
    return born(seed, WORLD, LawSettings.DEFAULT);
  }

  static Watched born(long seed, World world, LawSettings settings) {
    System.out.println("seed " + seed);
    var life = new Watched();
    life.course().take(Given.birth("ada", seed, settings, world));
    return life;
  }

  private Course course() {
    return new Course(new Decider(laws), state, this::see);
  }

  private void see(Fact fact) {
    var after = Decider.evolve(state, fact);
    facts.add(fact);
    for (var observation : monitor.next(state, fact, after)) {
      versions.add(observation);
      observations.put(observation.number(), observation);
    }
    state = after;
  }

  /** Lives in its world for so many ticks. */
  Watched lives(long ticks) {
    course().until(being().tick() + ticks);
    return this;
  }

  /** Lives for so many ticks in which the world is silent. */
  Watched livesInSilence(long ticks) {
    course().take(new LifeCommand.Live(ticks));
    return this;
  }

  /** Meets something that somebody sends. */
  Watched meets(String kind, double intensity) {
    return meets(kind, intensity, Source.OUTSIDE);
  }

  Watched meets(String kind, double intensity, Source source) {
    course()
        .take(
            new LifeCommand.Meet(new Stimulus(kind, intensity), new When.InTicks(0), source, null));
    return this;
  }

  /** Somebody has staged that it will meet something. */
  Watched isToMeet(String kind, double intensity, long inTicks, String key) {
    return takes(
        new LifeCommand.Meet(
            new Stimulus(kind, intensity), new When.InTicks(inTicks), Source.WORLD, key));
  }

  Watched takes(LifeCommand command) {
    course().take(command);
    return this;
  }

  /** From here on the laws in force are others. */
  Watched under(UnaryOperator<Constitution> change) {
    laws = change.apply(new Laws());
    return this;
  }

  /** From here on it lives as if it had been born with other settings, and no fact says so. */
  Watched under(LawSettings settings) {
    return under(laws -> new Secretly(laws, settings));
  }

  /** The monitor is put down and taken up again. */
  Watched putDownAndTakenUp() {
    monitor = SemanticMonitor.of(monitor.keep());
    return this;
  }

  byte[] kept() {
    return monitor.keep();
  }

  /** How the monitor says that it is doing. */
  Interpretation interpretation() {
    return monitor.interpretation(state);
  }

  /** What the monitor knows of its present hour, day or life. */
  Window window(Scope scope) {
    return monitor.window(scope).orElseThrow();
  }

  Alive being() {
    return switch (state) {
      case Alive alive -> alive;
      case SelfState.Dead dead -> dead.last();
      case SelfState.Unborn _ -> throw new IllegalStateException("not born");
    };
  }

  /** What was noticed, each in its latest version. */
  List<Observation> noticed() {
    return List.copyOf(observations.values());
  }

  List<Observation> versions() {
    return versions;
  }

  List<Fact> facts() {
    return facts;
  }

  Optional<Sign> sign(SignKind kind) {
    return observations.values().stream().flatMap(each -> each.sign(kind).stream()).findFirst();
  }

  /** Laws that look at other settings than those that the being was born with. */
  private record Secretly(Constitution laws, LawSettings settings) implements Constitution {
    private Alive other(Alive being) {
      var origin = being.origin();
      return being.in(new life.being.Origin(origin.id(), origin.seed(), settings, origin.bornAt()));
    }

    @Override
    public long flow(Moment moment, long ticks, Alive being) {
      return laws.flow(moment, ticks, other(being));
    }

    @Override
    public Optional<Fact.Derived> turn(Alive being, Trigger trigger) {
      return laws.turn(other(being), trigger);
    }

    @Override
    public Fact.Met meet(Alive being, List<Long> causes, Stimulus stimulus) {
      return laws.meet(other(being), causes, stimulus);
    }
  }
}
