package life.bench.trouble;

import static life.bench.trouble.Ticks.HOUR;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import life.being.LifeCommand.Meet;
import life.being.SelfState.Alive;
import life.being.Source;
import life.being.When;
import life.bench.trouble.Upset.Fate;
import life.world.Stimulus;
import life.world.StimulusKind;
import life.world.World;
import org.jspecify.annotations.Nullable;

/** What may be wrong with what comes to a being. */
final class WorldUpsets {
  /** Greatest weight of a kind that counts as seldom: that of shocks in the default world. */
  private static final double SELDOM = 2.5;

  private static final long MOST_TICKS_APART = 10;

  private WorldUpsets() {}

  static Upset storm(Alive being, SplittableRandom dice) {
    var kind = blow(being.world(), dice);
    int count = dice.nextInt(8, 26);
    long span = dice.nextLong(HOUR, 4 * HOUR + 1);
    var ticks = new TreeSet<Long>();
    while (ticks.size() < count) {
      ticks.add(being.tick() + dice.nextLong(1, span + 1));
    }
    var more = new TreeMap<Long, List<Meet>>();
    for (long tick : ticks) {
      more.put(tick, List.of(meet(any(kind, dice), Source.OUTSIDE, null)));
    }
    var words = count + " stimuli of the kind " + kind.name() + " in " + span + " ticks";
    return Upset.of(being.tick(), being.tick() + span, words).with(more);
  }

  /** A shock, or another kind that is seldom and harms. */
  private static StimulusKind blow(World world, SplittableRandom dice) {
    var kinds =
        world.kinds().list().stream()
            .filter(kind -> kind.impact().isHarmful())
            .filter(kind -> kind.weight() > 0 && kind.weight() <= SELDOM)
            .toList();
    return dice.nextBoolean()
        ? world.kind("shock").orElse(kinds.getFirst())
        : kinds.get(dice.nextInt(kinds.size()));
  }

  static Upset silence(Alive being, SplittableRandom dice) {
    long hours = dice.nextLong(12, 49);
    return Upset.of(being.tick(), being.tick() + hours * HOUR, "nothing comes for " + hours + " h")
        .passing(_ -> Fate.NEVER_REACHED);
  }

  static Upset doubled(Alive being, SplittableRandom dice) {
    int count = dice.nextInt(1, 4);
    boolean isOfTheWorld = dice.nextBoolean();
    var more = new TreeMap<Long, List<Meet>>();
    long tick = being.tick();
    for (int i = 0; i < count; i++) {
      tick = nextEvent(being, tick);
      long apart = dice.nextLong(1, MOST_TICKS_APART + 1);
      if (isOfTheWorld) {
        var drawn = being.world().draw(being.origin().seed(), tick).orElseThrow();
        add(more, tick + apart, meet(drawn, Source.WORLD, null));
      } else {
        var kinds = being.world().kinds().list();
        var sent = any(kinds.get(dice.nextInt(kinds.size())), dice);
        var meet = meet(sent, Source.OUTSIDE, "sent-" + i);
        add(more, tick, meet);
        add(more, tick + apart, meet);
      }
    }
    var whose = isOfTheWorld ? " of the world, twice" : " that somebody sent, twice";
    var words = count + (count == 1 ? " stimulus" : " stimuli") + whose;
    return Upset.of(being.tick(), tick + MOST_TICKS_APART, words).with(more);
  }

  static Upset missing(Alive being, SplittableRandom dice) {
    long at = nextEvent(being, being.tick());
    var fate = dice.nextBoolean() ? Fate.NEVER_REACHED : Fate.NEVER_MET;
    var words =
        switch (fate) {
          case NEVER_REACHED -> "what the world brings at tick " + at + " never reaches it";
          case NEVER_MET -> "what reaches it at tick " + at + " is never met";
          case MET -> "nothing is wrong";
        };
    return Upset.of(at, at + 1, words).passing(tick -> tick == at ? fate : Fate.MET);
  }

  private static long nextEvent(Alive being, long after) {
    return nextEvent(being.world(), being.origin().seed(), after);
  }

  /** The next tick at which that world brings something. */
  static long nextEvent(World world, long seed, long after) {
    if (world.activity() == 0) {
      throw new IllegalArgumentException("a world in which nothing comes has no such trouble");
    }
    long tick = after + 1;
    while (!world.isEventful(seed, tick)) {
      tick++;
    }
    return tick;
  }

  private static Stimulus any(StimulusKind kind, SplittableRandom dice) {
    return new Stimulus(kind.name(), kind.low() + (kind.high() - kind.low()) * dice.nextDouble());
  }

  private static Meet meet(Stimulus stimulus, Source source, @Nullable String key) {
    return new Meet(stimulus, new When.Now(), source, key);
  }

  private static void add(Map<Long, List<Meet>> more, long tick, Meet meet) {
    more.computeIfAbsent(tick, _ -> new ArrayList<>()).add(meet);
  }
}
