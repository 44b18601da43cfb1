package life.app;

import java.nio.file.Path;
import life.actor.WorldFile;
import life.cli.Console;
import life.cli.Exit;
import life.cli.Trouble;
import life.world.World;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code life world}: what can be done with the files that worlds are made of. */
@Command(
    name = "world",
    header = "Look after the files that worlds are made of.",
    synopsisSubcommandLabel = "check",
    footer = {
      "%nExamples:",
      "  life world check config/worlds/default.conf",
      "  life world check config/worlds/default.conf --scenario hard-day.scenario"
    })
public final class CheckWorld {
  private final Console console;

  public CheckWorld(Console console) {
    this.console = console;
  }

  /** Says everything that is wrong in a world file, by line; exit code 2 then. */
  @Command(name = "check", description = "Say what is wrong in a world file, by line.")
  int check(
      @Parameters(paramLabel = "FILE", description = "Such as config/worlds/default.conf.")
          Path file,
      @Option(
              names = "--scenario",
              paramLabel = "FILE",
              description = "A scenario to be checked for this world as well.")
          @Nullable Path scenario) {
    var world = read(file);
    console.line(
        "the world '%s' is all right: %d kinds, %d chains, a stimulus at each tick with probability %s"
            .formatted(
                world.name(),
                world.kinds().list().size(),
                world.chains().size(),
                world.activity()));
    if (scenario != null) {
      console.line(
          "the scenario is all right: %d events"
              .formatted(Staging.read(scenario, world).events().size()));
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
