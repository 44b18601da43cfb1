package life.app;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import life.actor.Directory.Standing;
import life.actor.Lives;
import life.actor.WorldFile;
import life.being.SelfState.Alive;
import life.cli.Console;
import life.http.Service;
import life.http.listen.Listener;

/**
 * What the supervisor orders, and what it is told. It stands apart from the lives: of all orders
 * only the one to read the worlds again reaches them, as a change of their world.
 */
record Orders(
    Leash leash, Service service, Plan plan, RestartState restart, Exits exits, Console console) {
  private static final int DONE = 0;
  private static final int LOOSE = 143;
  private static final Duration GLANCE = Duration.ofMillis(5);

  /** Says where it listens, and obeys from now on. */
  void obey(Listener listener, Listener health) {
    leash.listen(this::obey, () -> exits.told(LOOSE));
    leash.tell(
        "listening %d %d"
            .formatted(listener.localAddress().getPort(), health.localAddress().getPort()));
  }

  private void obey(String order) {
    switch (order) {
      case "restart" -> {
        restart.wanted();
        exits.told(DONE);
      }
      case "end" -> exits.told(DONE);
      case "worlds" -> readWorlds();
      default -> console.say("the supervisor said '" + order + "', which means nothing here");
    }
  }

  /** A world that can't be read stays as it was. */
  private void readWorlds() {
    try {
      var worlds = WorldFile.readAll(plan.worlds());
      if (!worlds.containsKey(plan.world())) {
        throw new IllegalArgumentException("there is no world '" + plan.world() + "' any more");
      }
      service.worlds().become(worlds);
      service.lives().tell(new Lives.SettleAll());
      leash.tell("worlds read");
    } catch (IllegalArgumentException | UncheckedIOException e) {
      leash.tell("worlds wrong: " + String.valueOf(e.getMessage()).replaceAll("\\R", " | "));
    }
  }

  /** Says when all lives are read, and when the first one lives on. */
  void tellOfLife(MainLife main) {
    if (!leash.isHeld()) {
      return;
    }
    Thread.ofVirtual()
        .name("first tick")
        .start(() -> {
          await(() -> service.directory().recovery().progress().isDone());
          leash.tell("recovered");
          long before = tick(main);
          await(() -> tick(main) != before || main.isOver(Long.MAX_VALUE));
          leash.tell("living");
        });
  }

  private long tick(MainLife main) {
    return service
        .directory()
        .find(main.id())
        .map(entry -> entry.standing())
        .map(standing -> standing instanceof Standing.Present(Alive being) ? being.tick() : -1L)
        .orElse(-1L);
  }

  private static void await(BooleanSupplier what) {
    while (!what.getAsBoolean()) {
      try {
        Thread.sleep(GLANCE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
