package life.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code life world}: what can be done with the files that worlds are made of. What it does is
 * given to it, so that help can show this verb without the classes that do the work.
 */
@Command(
    name = "world",
    header = "Look after the files that worlds are made of.",
    synopsisSubcommandLabel = "check",
    footer = {
      "%nExamples:",
      "  life world check config/worlds/default.conf",
      "  life world check config/worlds/default.conf --scenario hard-day.scenario"
    })
public final class Worlds {
  /** Checks a world file, and a scenario for it if there is one; returns the exit code. */
  interface Body {
    int check(Path file, @Nullable Path scenario);
  }

  private Worlds() {}

  /** The command, with what it does. */
  static CommandLine with(Body body) {
    return new CommandLine(new Worlds()).addSubcommand(new Check(body));
  }

  /** Says everything that is wrong in a world file, by line; exit code 2 then. */
  @Command(name = "check", header = "Say what is wrong in a world file, by line.")
  static final class Check implements Callable<Integer> {
    private final Body body;

    @Parameters(paramLabel = "FILE", description = "Such as config/worlds/default.conf.")
    Path file = Path.of("");

    @Option(
        names = "--scenario",
        paramLabel = "FILE",
        description = "A scenario to be checked for this world as well.")
    @Nullable Path scenario;

    Check(Body body) {
      this.body = body;
    }

    @Override
    public Integer call() {
      return body.check(file, scenario);
    }
  }
}
