package life.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import life.cli.Mortality;
import life.cli.Speaking;
import life.cli.Switch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code life run}: its options and its help. What it does is given to it, as a lambda that names
 * the class with the work, so that help can show this verb without loading an actor system.
 */
@Command(
    name = "run",
    header = "Start Life: its lives go on, or the first one is born.",
    description = {
      "Lives whose journals stand in the data directory go on where they were; the time in between did not pass for them.",
      "Ends on Ctrl-C or SIGTERM within ten seconds; nothing that was answered is lost, even by kill -9."
    },
    footer = {
      "%nExamples:",
      "  life run                          ada lives; open http://127.0.0.1:7717",
      "  life run --name eve --seed 7      the same seed in the same world lives the same life",
      "  life run --speed 3600             an hour in every second",
      "  life run --weather storm --name eve   eve has a hard life",
      "  life run --scenario hard-day.scenario",
      "  life run --until-tick 86400 --speed 100000   live a day, then end"
    })
public final class Run implements Callable<Integer> {
  private final RunLife body;

  @Mixin final Speaking speaking = new Speaking();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "Who is born, unless that being lives already. Default: ada, if nobody lives yet.")
  @Nullable String name;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The newborn's chance, for ever. Default: a random one.")
  @Nullable Long seed;

  @Option(
      names = "--speed",
      paramLabel = "X",
      description = "Times as fast as the wall clock, 0.01 to 100000.")
  @Nullable Double speed;

  @Option(names = "--data", paramLabel = "DIR", description = "Where the journals are.")
  @Nullable Path data;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Where HTTP listens, 0 for any free port. Default: 7717.")
  @Nullable Integer port;

  @Option(
      names = "--health-port",
      paramLabel = "N",
      description = "Where health and metrics are told, 0 for any free port. Default: --port + 1.")
  @Nullable Integer healthPort;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description =
          "The address where HTTP listens. Default: 127.0.0.1. Any but a loopback address needs --allow-remote.")
  @Nullable String host;

  @Option(
      names = "--allow-remote",
      description =
          "Let other machines in. Then every request needs a token, which `life token` prints.")
  boolean allowRemote;

  @Option(
      names = "--allow-host",
      paramLabel = "NAME",
      description =
          "A name under which Life is asked, such as that of a proxy. Can be given several times.")
  List<String> allowHosts = new ArrayList<>();

  @Option(
      names = "--world",
      paramLabel = "WORLD",
      description = "The world the newborn is born into.")
  @Nullable String world;

  @Option(
      names = "--weather",
      paramLabel = "WEATHER",
      description = "How rough it is there for the newborn: calm, normal, active or storm.")
  @Nullable String weather;

  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      description =
          "What is to come at stated ticks, a line each, such as \"shock 0.9 at tick 600\".")
  @Nullable Path scenario;

  @Option(
      names = "--mortality",
      paramLabel = "on|off",
      description = "Whether the newborn can die. Default: on.")
  @Nullable Mortality mortality;

  @Option(
      names = "--monitor",
      paramLabel = "on|off",
      description = "Whether the lives are watched for what is unusual. Default: on.")
  @Nullable Switch monitor;

  @Option(
      names = "--until-tick",
      paramLabel = "N",
      description =
          "Live to this tick of the being's time and no further, then end. Default: live on.")
  @Nullable Long untilTick;

  @Option(
      names = "--restart",
      description = "Take up what the process before left in restart-state.json: speed and pause.")
  boolean restart;

  @Option(names = "--leash", paramLabel = "SOCKET", hidden = true)
  @Nullable Path leash;

  @Option(names = "--front", paramLabel = "URL", hidden = true)
  @Nullable String front;

  @Option(names = "--front-health", paramLabel = "URL", hidden = true)
  @Nullable String frontHealth;

  public Run(RunLife body) {
    this.body = body;
  }

  @Override
  public Integer call() {
    return body.run(
        new Settings(
            name,
            seed,
            speed,
            data,
            new Settings.Address(host, port, healthPort, allowRemote, allowHosts),
            world,
            weather,
            scenario,
            mortality,
            monitor,
            untilTick,
            new Settings.Supervision(leash, front, frontHealth, restart),
            speaking.json()));
  }
}
