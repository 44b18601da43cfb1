package life.app;

import java.nio.file.Path;
import life.actor.WorldFile;
import life.cli.Console;
import life.cli.Exit;
import life.cli.Trouble;
import life.world.World;
import org.jspecify.annotations.Nullable;

/** What {@code life world check} does. */
final class Checking {
  private Checking() {}

  static int of(Console console, Path file, @Nullable Path scenario) {
    var world = read(file);
    console.line(
        "the world '%s' is all right: %d kinds, %d chains, a stimulus at each tick with probability %s"
            .formatted(
                world.name(),
                world.kinds().list().size(),
                world.chains().size(),
                world.activity()));
    if (scenario != null) {
      int events = Staging.read(scenario, world).events().size();
      console.line("the scenario is all right: %d to come".formatted(events));
    }
    return Exit.DONE.code();
  }

  private static World read(Path file) {
    try {
      return WorldFile.read(file);
    } catch (IllegalArgumentException e) {
      throw new Trouble(
          Exit.WRONG_USAGE,
          "bad-world",
          String.valueOf(e.getMessage()),
          "the notes in config/worlds/default.conf say what a world file has",
          e);
    }
  }
}
