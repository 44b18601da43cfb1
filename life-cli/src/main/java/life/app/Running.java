package life.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import life.actor.LifeLog;
import life.actor.NoticeLog;
import life.actor.WorldFile;
import life.cli.Console;
import life.cli.Exit;
import life.cli.Trouble;
import life.http.ObservationView;
import life.http.Service;
import life.http.Views;
import life.http.gate.Token;
import life.http.listen.Listener;
import life.journal.Claim;
import life.journal.DataDirectory;
import life.journal.FactStore;
import life.journal.JournalDamaged;
import life.journal.JournalFailure;
import life.world.Scenario;
import life.world.World;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** {@code life run}: lets beings live in this process until it is told to end. */
final class Running {
  private final Console console;
  private final UnaryOperator<Component> each;
  private final Shutdown shutdown = new Shutdown();
  private final Exits exits;

  Running(Console console) {
    this(console, UnaryOperator.identity());
  }

  /**
   * For tests.
   *
   * @param each changes how the parts of the process end
   */
  Running(Console console, UnaryOperator<Component> each) {
    this.console = console;
    this.each = each;
    this.exits = new Exits(console, shutdown);
  }

  int run(Settings settings) {
    Signals.hear(exits::signalled);
    try {
      return live(settings);
    } catch (RuntimeException | LinkageError e) {
      if (isLeaving()) {
        awaitTheEnd();
      }
      throw e;
    }
  }

  /** Whether the JVM shuts down: whatever fails then, fails because of that. */
  private static boolean isLeaving() {
    var probe = new Thread(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      Runtime.getRuntime().removeShutdownHook(probe);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  private static void awaitTheEnd() {
    while (true) {
      Glance.pause();
    }
  }

  private int live(Settings settings) {
    FactStore.loadLibrary();
    var plan = Plan.of(settings, console.environment());
    var worlds = worlds(plan);
    var scenario = scenario(plan, worlds);
    return switch (DataDirectory.claim(plan.data(), Instant.now())) {
      case Claim.Refused refused ->
          throw new Trouble(
              Exit.FAILED,
              "data-directory",
              refused.message(),
              "choose another one with --data DIR");
      case Claim.Granted(var directory) -> {
        try (directory) {
          yield live(plan, worlds, scenario, directory, settings.json());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  private static Map<String, World> worlds(Plan plan) {
    try {
      var worlds = WorldFile.readAll(plan.worlds());
      if (worlds.containsKey(plan.world())) {
        return worlds;
      }
      throw new Trouble(
          Exit.WRONG_USAGE,
          "unknown-world",
          "there is no world '" + plan.world() + "' in " + plan.worlds(),
          "known worlds: " + String.join(", ", worlds.keySet()));
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new Trouble(
          Exit.WRONG_USAGE, "bad-world", String.valueOf(e.getMessage()), "mend that file", e);
    }
  }

  private static Optional<Scenario> scenario(Plan plan, Map<String, World> worlds) {
    var world = Optional.ofNullable(worlds.get(plan.world())).orElseThrow();
    return plan.scenario().map(file -> Staging.read(file, world));
  }

  private int live(
      Plan plan,
      Map<String, World> worlds,
      Optional<Scenario> scenario,
      DataDirectory directory,
      boolean json)
      throws IOException {
    logInto(plan);
    var left = new AtomicReference<>(HandOver.NONE);
    try (var leash = leash(plan)) {
      var service = household(plan, left, worlds, json);
      return live(plan, service, left.get(), leash, scenario, directory);
    }
  }

  private int live(
      Plan plan,
      Service service,
      HandOver left,
      Leash leash,
      Optional<Scenario> scenario,
      DataDirectory directory)
      throws IOException {
    try {
      var access = plan.reach().access(plan.data(), token(plan));
      var listener = Binding.main(service, access, plan);
      var health = Binding.health(service, access, plan);
      var restart = new RestartState(plan, service, left.timeOr(plan));
      var ends = new Ends(service, listener, plan.patiences(), restart);
      shutdown.arrange(service.system(), ends.components(exits::halt).stream().map(each).toList());
      var url = url(plan, plan.supervision().front(), listener);
      directory.announce(url);
      console.say("Life is at " + url + "; its journals are in " + plan.data());
      console.say(
          "Its health and metrics: "
              + url(plan, plan.supervision().frontHealth(), health)
              + "/metrics");
      var orders = new Orders(leash, service, plan, restart, exits, console);
      orders.obey(listener, health);
      var main = MainLife.of(service, plan, console);
      console.say(main.id() + " lives at " + url + "/v1/lives/" + main.id());
      Afterwards.of(left, service, console);
      scenario.ifPresent(
          events -> Staging.send(events, service, main.id(), left.time().paused(), console));
      orders.tellOfLife(main);
      return plan.untilTick().isPresent()
          ? await(main, plan.untilTick().getAsLong())
          : serve(service);
    } finally {
      service.system().terminate();
      service.system().getWhenTerminated().toCompletableFuture().join();
    }
  }

  /** The story goes to stdout: in plain words, or each fact as a JSON document of one line. */
  private LifeLog.Listener listener(boolean json) {
    return (told, line) -> {
      console.line(json ? Views.fact(told).toString() : line);
      console.flush();
    };
  }

  /** Logback reads these when it starts; it starts here, before the actors' threads ask for it. */
  private static void logInto(Plan plan) {
    System.setProperty("life.data", plan.data().toString());
    var file = plan.worlds().resolveSibling("logback.xml");
    if (file.toFile().isFile() && System.getProperty("logback.configurationFile") == null) {
      System.setProperty("logback.configurationFile", file.toString());
    }
    LoggerFactory.getILoggerFactory();
  }

  private NoticeLog.Listener noticed(boolean json) {
    return (life, observation, tickSeconds, line) -> {
      console.line(
          json ? ObservationView.noticed(life, observation, tickSeconds).toString() : line);
      console.flush();
    };
  }

  private Service household(
      Plan plan, AtomicReference<HandOver> left, Map<String, World> worlds, boolean json) {
    if (plan.supervision().restart()) {
      left.set(RestartState.read(plan, console));
    }
    try {
      return Household.start(
          plan,
          biography ->
              left.updateAndGet(all -> RestartState.fitting(all, biography, plan, console)),
          worlds,
          listener(json),
          noticed(json));
    } catch (JournalDamaged e) {
      throw new Trouble(
          Exit.DAMAGED,
          "journal-damaged",
          "the journal is damaged (" + e.place() + "): " + e.problem(),
          e.remedy());
    } catch (JournalFailure e) {
      throw new Trouble(
          Exit.FAILED, "journal", String.valueOf(e.getMessage()), "see logs/life.log there", e);
    }
  }

  private static Token token(Plan plan) {
    try {
      return Token.in(plan.data());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalStateException e) {
      throw new Trouble(
          Exit.FAILED, "bad-token", String.valueOf(e.getMessage()), "then start it again", e);
    }
  }

  private static int await(MainLife main, long untilTick) {
    while (!main.isOver(untilTick)) {
      Glance.pause();
    }
    return Exit.DONE.code();
  }

  /** How clients reach it: at its own address, unless somebody stands in front of it. */
  private static String url(Plan plan, @Nullable String front, Listener listener) {
    return front == null ? plan.reach().url(listener.localAddress().getPort()) : front;
  }

  private static Leash leash(Plan plan) {
    var socket = plan.supervision().leash();
    return socket == null ? Leash.none() : Leash.to(socket);
  }

  private static int serve(Service service) {
    service.system().getWhenTerminated().toCompletableFuture().join();
    return Exit.DONE.code();
  }
}
