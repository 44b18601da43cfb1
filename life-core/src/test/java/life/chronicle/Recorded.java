package life.chronicle;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import life.being.Course;
import life.being.Decider;
import life.being.Fact;
import life.being.Given;
import life.being.LawSettings;
import life.being.LifeCommand;
import life.being.SelfState;
import life.body.Shift;
import life.law.Laws;
import life.world.Family;
import life.world.StimulusKind;
import life.world.World;

/** A life that was recorded: three days or so in a busy world, with stimuli from outside. */
record Recorded(List<Fact> facts) {
  static final Decider DECIDER = new Decider(new Laws());

  private static final World WORLD =
      World.plain(
          "mild",
          0.002,
          List.of(
              kind("memory-echo", 0, new Shift(0, 0.04, 0), Family.INNER),
              kind("noise", 6, new Shift(0, -0.02, 0), Family.BODILY),
              kind("recovery", 6, new Shift(5, 0.08, 0.02), Family.BODILY),
              kind("shock", 0.5, new Shift(-5, -0.2, -0.05), Family.BODILY),
              kind("silence", 0, new Shift(0, -0.01, 0), Family.BODILY)));

  private static StimulusKind kind(String name, double weight, Shift impact, Family family) {
    return new StimulusKind(name, weight, 0.1, 0.9, impact, 0.6, family);
  }

  static Recorded of(long seed) {
    var random = new SplittableRandom(seed);
    var facts = new ArrayList<Fact>();
    var life = new Course(DECIDER, Decider.UNBORN, facts::add);
    life.take(Given.birth("ada", seed, LawSettings.DEFAULT, WORLD));
    while (life.last().tick() < Given.days(3) && life.state().isAlive()) {
      life.until(life.last().tick() + 1 + random.nextLong(20_000));
      switch (random.nextInt(4)) {
        case 0 -> life.take(Given.meeting("shock", random.nextDouble(0.3)));
        case 1 -> life.take(new LifeCommand.Resume(random.nextLong(9_999)));
        default -> life.take(Given.meeting("recovery", random.nextDouble()));
      }
    }
    return new Recorded(facts);
  }

  SelfState stateAt(long seq) {
    var state = Decider.UNBORN;
    for (var fact : facts.subList(0, Math.toIntExact(seq))) {
      state = Decider.evolve(state, fact);
    }
    return state;
  }

  SelfState last() {
    return stateAt(facts.size());
  }

  Fact at(long seq) {
    return facts.get(Math.toIntExact(seq - 1));
  }

  /** The seqs of all facts of that type. */
  List<Long> seqs(Class<? extends Fact> type) {
    return IntStream.range(0, facts.size())
        .filter(i -> type.isInstance(facts.get(i)))
        .mapToObj(i -> i + 1L)
        .toList();
  }

  Recorded with(long seq, Fact other) {
    var changed = new ArrayList<>(facts);
    changed.set(Math.toIntExact(seq - 1), other);
    return new Recorded(changed);
  }

  Recorded without(long seq) {
    var changed = new ArrayList<>(facts);
    changed.remove(Math.toIntExact(seq - 1));
    return new Recorded(changed);
  }

  Recorded swapped(long seq) {
    return with(seq, at(seq + 1)).with(seq + 1, at(seq));
  }

  Verification verified() {
    var verification = new Verification(Laws::of, Decider.UNBORN);
    facts.forEach(verification::next);
    verification.end();
    return verification;
  }
}
