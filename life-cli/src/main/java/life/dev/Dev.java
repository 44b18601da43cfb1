package life.dev;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import life.cli.Console;
import life.cli.Exit;
import life.cli.Trouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** {@code life dev}: a Life that is replaced by a new process whenever its files change. */
@Command(
    name = "dev",
    header = "Work on Life while beings live: the process is restarted when its files change.",
    description = {
      "Watches sources, resources and settings, compiles what has changed, and replaces the process. The beings go on",
      "where they were; clients that ask meanwhile wait. An error in a source is shown, and the process lives on.",
      "A change in config/worlds reaches the beings without a restart.",
      "Takes the options of `life run`, see `life run --help`; but it listens on the loopback address only."
    },
    footer = {
      "%nExamples:",
      "  life dev                            ada lives, and lives on while you edit",
      "  life dev --speed 60 --data /tmp/d   with options of `life run`",
      "  life dev --watch 'notes/**.txt'     a change of these restarts it too"
    })
public final class Dev implements Callable<Integer> {
  private static final Duration QUIET = Duration.ofMillis(100);
  private static final String HOST = "127.0.0.1";
  private static final int PORT = 7717;
  private static final int HIGHEST_PORT = 65_535;

  private final Console console;

  @Option(names = "--port", paramLabel = "N", description = "Where HTTP listens. Default: 7717.")
  @Nullable Integer port;

  @Option(
      names = "--health-port",
      paramLabel = "N",
      description = "Where health and metrics are told. Default: --port + 1.")
  @Nullable Integer healthPort;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "A loopback address. Default: 127.0.0.1.")
  @Nullable String host;

  @Option(
      names = "--watch",
      paramLabel = "GLOB",
      description = "Further files whose change restarts it. Can be given several times.")
  List<String> watched = new ArrayList<>();

  @Unmatched List<String> rest = new ArrayList<>();

  public Dev(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (rest.contains("--allow-remote")) {
      throw new Trouble(
          Exit.WRONG_USAGE,
          "dev-is-local",
          "life dev serves this machine only",
          "let others in with `life run --allow-remote`");
    }
    var grounds = grounds();
    var claim = claim(grounds);
    try (claim) {
      return work(grounds);
    }
  }

  private int work(Grounds grounds) throws IOException, InterruptedException {
    grounds.furnish();
    var java = new ChildJava(grounds, moreForJava());
    var bench = new Workbench(grounds, watched, () -> train(java));
    try (var watch = new FileWatch(bench.folders(), bench::counts, QUIET)) {
      var doors = doors(grounds);
      var supervisor = new Supervisor(bench, doors, java, rest, this::say);
      Thread.ofVirtual().start(() -> watch(watch, supervisor));
      leaveInTime(supervisor);
      say("Life is worked on at " + doors.url() + "; watched: " + watchedWords(grounds));
      return supervisor.run();
    }
  }

  /** One workshop serves one supervisor; the claim ends with the process at the latest. */
  private static FileChannel claim(Grounds grounds) throws IOException {
    Files.createDirectories(grounds.workshop());
    var file = grounds.workshop().resolve("pid");
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      throw new Trouble(
          Exit.FAILED,
          "worked-on",
          "another `life dev` works on this program, process " + Files.readString(file).strip(),
          "end that one, or work in another clone");
    }
    channel.truncate(0);
    channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(US_ASCII)));
    return channel;
  }

  private void say(String words) {
    console.say("dev: " + words.replace("\n", "\ndev: "));
  }

  private Grounds grounds() {
    var home = Path.of(System.getProperty("life.home", "life")).toAbsolutePath().normalize();
    var config = Path.of(System.getProperty("life.config", "config/life.conf"));
    var top = Optional.ofNullable(System.getProperty("life.checkout")).map(Path::of);
    if (top.isPresent() && !Compiler.isAtHand()) {
      say("this Java has no compiler, so sources are not watched; a JDK 25 has one");
      top = Optional.empty();
    }
    return new Grounds(top, home, config.toAbsolutePath().normalize());
  }

  private List<String> moreForJava() {
    var said = console.environment().getOrDefault("LIFE_JAVA_OPTS", "").strip();
    return said.isEmpty() ? List.of() : List.of(said.split("\\s+", -1));
  }

  private String watchedWords(Grounds grounds) {
    var words = new ArrayList<String>();
    if (!grounds.modules().isEmpty()) {
      words.add(grounds.modules().size() + " modules");
    }
    words.add(grounds.config().getParent() + "/");
    words.addAll(watched);
    return String.join(", ", words);
  }

  private Doors doors(Grounds grounds) throws IOException {
    var life = settings(grounds);
    var address = host != null ? host : said("LIFE_HOST", life, "host", HOST);
    if (!InetAddress.getByName(address).isLoopbackAddress()) {
      throw new Trouble(
          Exit.WRONG_USAGE,
          "dev-is-local",
          "life dev serves this machine only, but the address is " + address,
          "leave --host out, or use `life run --allow-remote`");
    }
    int main = port != null ? port : number("port", said("LIFE_PORT", life, "port", "" + PORT));
    var next = said("LIFE_HEALTH_PORT", life, "health-port", "next");
    int health =
        healthPort != null
            ? healthPort
            : next.equals("next") ? (main == 0 ? 0 : main + 1) : number("health-port", next);
    try {
      return Doors.open(address, inRange("port", main), inRange("health-port", health));
    } catch (BindException e) {
      throw new Trouble(
          Exit.FAILED,
          "port-in-use",
          String.valueOf(e.getMessage()),
          "stop what listens there, or choose another one with --port N (0 for any)",
          e);
    }
  }

  private static Config settings(Grounds grounds) {
    try {
      return ConfigFactory.parseFile(
          grounds.config().toFile(), ConfigParseOptions.defaults().setAllowMissing(true));
    } catch (ConfigException e) {
      return ConfigFactory.empty(); // the child says what is wrong, and lives when it is mended
    }
  }

  private String said(String variable, Config file, String setting, String usual) {
    var value = console.environment().get(variable);
    if (value != null && !value.isBlank()) {
      return value;
    }
    var path = "life." + setting;
    return file.hasPath(path) ? String.valueOf(file.getAnyRef(path)) : usual;
  }

  private static int number(String what, String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw wrongPort(what, text);
    }
  }

  private static int inRange(String what, int port) {
    if (port < 0 || port > HIGHEST_PORT) {
      throw wrongPort(what, "" + port);
    }
    return port;
  }

  private static Trouble wrongPort(String what, String given) {
    return new Trouble(
        Exit.WRONG_USAGE,
        "bad-setting",
        what + " must be a whole number from 0 to 65535, but was " + given,
        "see 'life dev --help'");
  }

  private static void watch(FileWatch watch, Supervisor supervisor) {
    try {
      while (true) {
        supervisor.hear(new Event.Changed(watch.next()));
      }
    } catch (IOException | ClosedWatchServiceException e) {
      // The supervisor ends.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void train(ChildJava java) {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            if (java.wantsTraining()) {
              java.train();
            }
          } catch (IOException e) {
            say("starts stay slow, since Java can't learn: " + e.getMessage());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** Ctrl-C and SIGTERM end the child first. */
  private static void leaveInTime(Supervisor supervisor) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              supervisor.hear(new Event.Leave());
              try {
                supervisor.awaitEnd();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            }));
  }
}
