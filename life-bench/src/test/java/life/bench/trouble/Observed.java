package life.bench.trouble;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import life.actor.WorldFile;
import life.being.Fact;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.world.World;

/** All facts of a labelled life, to look at. */
record Observed(Label label, List<Step> steps) {
  /** The world that beings are born into by default. */
  static final World WORLD = WorldFile.read(Path.of("../config/worlds/default.conf"));

  private static final Label NOTHING =
      new Label(Trouble.MISSING_STIMULUS, Long.MAX_VALUE, Long.MAX_VALUE, 0, Long.MAX_VALUE, "");

  /** A fact, with the states before and after it. */
  record Step(SelfState before, Fact fact, SelfState after) {
    long tick() {
      return after instanceof Alive alive ? alive.tick() : -1;
    }
  }

  static Observed of(LabelledLife life) {
    var steps = new ArrayList<Step>();
    life.live((before, fact, after) -> steps.add(new Step(before, fact, after)));
    return new Observed(life.label().orElse(NOTHING), steps);
  }

  static Observed with(Trouble trouble, long seed) {
    return of(LabelledLife.with(trouble, WORLD, seed));
  }

  /** Facts while the trouble lasts, or must have shown. */
  List<Step> during(Predicate<Fact> which) {
    return between(label.begin(), label.end(), which);
  }

  /** Facts between those ticks. */
  List<Step> between(long begin, long end, Predicate<Fact> which) {
    return steps.stream()
        .filter(step -> step.tick() > begin && step.tick() <= end && which.test(step.fact()))
        .toList();
  }
}
