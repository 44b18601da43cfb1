package life.course;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import life.actor.WorldFile;
import life.being.Course;
import life.being.Decider;
import life.being.Fact;
import life.being.LawSettings;
import life.being.LifeCommand;
import life.being.LifeId;
import life.being.Origin;
import life.law.Laws;
import life.world.World;

/** Lives in the world that is shipped. */
final class Lived {
  static final World DEFAULT = WorldFile.read(Path.of("../config/worlds/default.conf"));
  static final long DAY = 86_400;

  private Lived() {}

  static Course born(long seed, World world, LawSettings laws, Consumer<Fact> each) {
    var course = new Course(new Decider(new Laws()), Decider.UNBORN, each);
    course.take(
        new LifeCommand.BeBorn(new Origin(new LifeId("ada"), seed, laws, Instant.EPOCH), world));
    return course;
  }
}
