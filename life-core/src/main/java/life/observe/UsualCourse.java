package life.observe;

import java.util.Arrays;
import java.util.List;
import life.being.Fact;
import life.being.SelfState.Alive;
import life.body.Drive;
import life.body.Vitals;
import life.detect.Checkpoint;
import life.mind.Condition;
import life.mind.Line;
import life.world.StimulusKind;

/**
 * Vitals, drive and the rate of stimuli take courses such as they took before in this being: each
 * is looked at every ten minutes of its life.
 */
final class UsualCourse implements Expectation {
  /** Physical seconds from one look to the next. */
  static final double SECONDS_PER_LOOK = 600;

  private static final int VITALS_AND_DRIVE = 4;

  /** By chance alone, all channels together show a sign once in so many days of a life. */
  private static final double DAYS_PER_FALSE_ALARM = 10_000;

  private static final double LOOKS_PER_DAY = 86_400 / SECONDS_PER_LOOK;
  private static final double RATE = 1 / (DAYS_PER_FALSE_ALARM * LOOKS_PER_DAY * VITALS_AND_DRIVE);

  private final List<Channel> channels =
      List.of(
          new Channel("energy", "%.0f", RATE),
          new Channel("stability", "%.2f", RATE),
          new Channel("integrity", "%.2f", RATE),
          new Channel("drive", "%.1f", RATE));
  private final Drifting using =
      new Drifting(
          "use of energy",
          "day by day it uses less energy up than it used to",
          "day by day it uses more energy up than it used to");
  private final Drifting meeting =
      new Drifting(
          "stimuli",
          "day by day it meets more than it used to",
          "day by day it meets less than it used to");
  private double[] were = values(Vitals.FULL);
  private double[] struck = new double[VITALS_AND_DRIVE];
  private Vitals lately = Vitals.FULL;
  private double[] latelyValues = values(lately);
  private double stimuli;
  private Juncture last = new Juncture(1, 0);

  @Override
  public void next(Alive before, Fact fact, Alive after, Signs signs) {
    switch (fact) {
      case Fact.Lived _ -> lived(before, after, signs);
      case Fact.Met(_, var stimulus, _, _) -> {
        stimuli += stimulus.kind().equals(StimulusKind.SILENCE) ? 0 : 1;
        struck(before, after);
      }
      case Fact.Echoed _ -> struck(before, after);
      case Fact.Settled _ -> meeting.forget(new Juncture(after.seq(), after.tick()));
      case Fact.Branched _ -> {
        var here = new Juncture(after.seq(), after.tick());
        using.forget(here);
        meeting.forget(here);
      }
      case Fact.Born _,
          Fact.Reached _,
          Fact.Resumed _,
          Fact.FellAsleep _,
          Fact.Woke _,
          Fact.Consolidated _,
          Fact.Recalled _,
          Fact.Observed _,
          Fact.Adapted _,
          Fact.RolledBack _,
          Fact.Degraded _,
          Fact.Recovered _,
          Fact.Died _,
          Fact.Marked _ -> {}
    }
  }

  private void struck(Alive before, Alive after) {
    double[] then = valuesOf(before);
    double[] now = valuesOf(after);
    for (int i = 0; i < then.length; i++) {
      struck[i] += now[i] - then[i];
    }
  }

  private void lived(Alive before, Alive after, Signs signs) {
    long step = after.origin().laws().ticks(SECONDS_PER_LOOK);
    long tick = (before.tick() / step + 1) * step;
    if (tick > after.tick()) {
      return;
    }
    var line = new Line(before.condition(), before.tick(), after.condition(), after.tick());
    for (; tick <= after.tick(); tick += step) {
      look(line.at(tick), new Juncture(after.seq(), tick), signs);
    }
  }

  private void look(Condition now, Juncture here, Signs signs) {
    double[] values = values(now.vitals());
    for (int i = 0; i < values.length; i++) {
      channels.get(i).look(values[i], struck[i], last, here, signs);
    }
    using.look(values[0] - were[0] - struck[0], here, signs);
    meeting.look(stimuli, here, signs);
    were = values;
    Arrays.fill(struck, 0);
    stimuli = 0;
    last = here;
  }

  /** Most often it is where it was left. */
  private double[] valuesOf(Alive being) {
    var vitals = being.condition().vitals();
    if (!vitals.equals(lately)) {
      lately = vitals;
      latelyValues = values(vitals);
    }
    return latelyValues;
  }

  private static double[] values(Vitals vitals) {
    return new double[] {vitals.energy(), vitals.stability(), vitals.integrity(), Drive.of(vitals)};
  }

  @Override
  public void keep(Checkpoint checkpoint) {
    channels.forEach(channel -> channel.keep(checkpoint));
    using.keep(checkpoint);
    meeting.keep(checkpoint);
    struck = checkpoint.numbers(struck);
    were = checkpoint.numbers(were);
    stimuli = checkpoint.number(stimuli);
    last = last.keep(checkpoint);
    if (struck.length != VITALS_AND_DRIVE || were.length != VITALS_AND_DRIVE) {
      throw new IllegalArgumentException("no courses: " + struck.length);
    }
  }
}
