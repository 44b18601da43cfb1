package life.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import life.chronicle.Curve;
import life.http.SeriesView;
import life.law.Laws;
import life.world.World;

/** Series of lives that were really lived in the world that is shipped, as a server tells them. */
final class Told {
  static final World DEFAULT = WorldFile.read(Path.of("../config/worlds/default.conf"));

  /** A world in which nothing comes. */
  static final World DESERT = World.plain("desert", 0, DEFAULT.kinds().list());

  static final long DAY = 86_400;
  private static final int BUCKETS = 1_000;

  private Told() {}

  /** A life up to a tick or its death. */
  static ObjectNode life(long seed, World world, long until) {
    return life(seed, world, until, 0, Long.MAX_VALUE);
  }

  /** A part of a life, which may begin after its birth and end after its death. */
  static ObjectNode life(long seed, World world, long until, long from, long to) {
    System.out.println("seed " + seed);
    var facts = new ArrayList<Fact>();
    var life = new Course(new Decider(new Laws()), Decider.UNBORN, facts::add);
    life.take(
        new LifeCommand.BeBorn(
            new Origin(new LifeId("ada"), seed, LawSettings.DEFAULT, Instant.EPOCH), world));
    life.until(until);
    long end = to == Long.MAX_VALUE ? Math.max(1, life.last().tick()) : to;
    return SeriesView.of(life.state(), curve(facts, from, end));
  }

  private static Curve curve(List<Fact> facts, long from, long to) {
    var curve = new Curve(from, to, BUCKETS);
    var state = Decider.UNBORN;
    for (var fact : facts) {
      var after = Decider.evolve(state, fact);
      curve.add(state, fact, after);
      state = after;
    }
    return curve;
  }
}
