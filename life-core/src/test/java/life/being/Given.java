package life.being;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.body.Shift;
import life.body.Vitals;
import life.law.Laws;
import life.mind.Condition;
import life.world.Family;
import life.world.Stimulus;
import life.world.StimulusKind;
import life.world.World;

/** A life in a test: commands in, facts out, read as a sentence. */
public final class Given {
  public static final World QUIET =
      World.plain(
          "quiet",
          0,
          List.of(
              new StimulusKind("noise", 1, 0, 0.5, new Shift(-1, -0.05, 0), 0.3, Family.BODILY),
              new StimulusKind("shock", 1, 0.5, 1, new Shift(-5, -0.5, -0.2), 1, Family.BODILY),
              new StimulusKind(
                  "recovery", 1, 0.2, 1, new Shift(30, 0.2, 0.05), 0.6, Family.BODILY)));

  public static final World BUSY = World.plain("busy", 0.01, QUIET.kinds().list());

  private static final Decider DECIDER = new Decider(new Laws());

  private final List<Fact> facts = new ArrayList<>();
  private SelfState state = Decider.UNBORN;
  private Decision last = new Decision.Happened(List.of());

  public static Given unborn() {
    return new Given();
  }

  public static Given born() {
    return born(LawSettings.DEFAULT);
  }

  public static Given born(LawSettings laws) {
    return new Given().when(birth("ada", 7, laws, QUIET));
  }

  public static Given born(LawSettings laws, Vitals vitals) {
    return born(laws, vitals, QUIET);
  }

  public static Given born(LawSettings laws, Vitals vitals, World world) {
    var given = new Given().when(birth("ada", 7, laws, world));
    given.state = ((Alive) given.state).lived(0, new Condition(vitals, 0, 0, 0.17));
    return given;
  }

  public static LifeCommand birth(String name, long seed, LawSettings laws, World world) {
    return new LifeCommand.BeBorn(new Origin(new LifeId(name), seed, laws, Instant.EPOCH), world);
  }

  public static LifeCommand meeting(String kind, double intensity) {
    return meeting(kind, intensity, new When.Now());
  }

  public static LifeCommand meeting(String kind, double intensity, When when) {
    return new LifeCommand.Meet(new Stimulus(kind, intensity), when, Source.OUTSIDE, null);
  }

  public static long days(double days) {
    return (long) (days * 86_400);
  }

  public Given when(LifeCommand command) {
    last = DECIDER.decide(state, command);
    if (last instanceof Decision.Happened(var steps)) {
      for (var step : steps) {
        state = Decider.evolve(state, step.fact());
        facts.add(step.fact());
      }
    }
    return this;
  }

  /** Lives on in quiet. */
  public Given after(long ticks) {
    return when(new LifeCommand.Live(ticks));
  }

  /** Lives on and is fed a recovery of that intensity at every so many ticks. */
  public Given fed(double intensity, long every, long ticks) {
    for (long t = 0; t < ticks && state.isAlive(); t += every) {
      after(every).when(meeting("recovery", intensity));
    }
    return this;
  }

  public SelfState state() {
    return state;
  }

  public Alive alive() {
    assertThat(state).isInstanceOf(Alive.class);
    return (Alive) state;
  }

  public Dead dead() {
    assertThat(state).isInstanceOf(Dead.class);
    return (Dead) state;
  }

  public List<Fact> facts() {
    return facts;
  }

  public List<Fact> lastFacts() {
    assertThat(last).isInstanceOf(Decision.Happened.class);
    return ((Decision.Happened) last).facts();
  }

  public Given thenPhase(Phase phase) {
    assertThat(state.phase()).isEqualTo(phase);
    return this;
  }

  public Given thenRefused(String words) {
    assertThat(last).isInstanceOf(Decision.Refused.class);
    assertThat(((Decision.Refused) last).refusal().words()).isEqualTo(words);
    return this;
  }
}
