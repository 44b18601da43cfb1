package life.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import life.actor.Answer;
import life.actor.Directory;
import life.actor.LifeActor;
import life.actor.Ticker;
import life.being.LifeId;
import life.being.Source;
import life.being.When;
import life.cli.Console;
import life.cli.Exit;
import life.cli.Trouble;
import life.http.Service;
import life.world.Scenario;
import life.world.World;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;

/** Reads a scenario and hands it to a life, once, however often the process starts with it. */
final class Staging {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Staging() {}

  /**
   * The scenario of a file, for a world.
   *
   * @throws Trouble naming every line that is wrong
   */
  static Scenario read(Path file, World world) {
    try {
      return Scenario.parse(Files.readAllLines(file), world);
    } catch (IOException e) {
      throw new Trouble(
          Exit.WRONG_USAGE,
          "bad-scenario",
          "the scenario " + file + " can't be read: " + e,
          "give a text file with a line for each event",
          e);
    } catch (IllegalArgumentException e) {
      throw new Trouble(
          Exit.WRONG_USAGE,
          "bad-scenario",
          "the scenario " + file + " is wrong: " + e.getMessage(),
          "mend these lines",
          e);
    }
  }

  /**
   * Hands it over, and lets time flow when all of it is durable: so nothing is missed that is to
   * come in the first moments. Ticks that have passed are let go.
   *
   * @param paused whether time is to stand still nevertheless
   */
  static void send(Scenario scenario, Service service, LifeId id, boolean paused, Console console) {
    var life = service.directory().find(id).map(Directory.Entry::actor).orElseThrow();
    var times = new HashMap<String, Integer>();
    var answers =
        scenario.events().stream()
            .map(event ->
                AskPattern.ask(
                        life,
                        (ActorRef<Answer> replyTo) ->
                            (LifeActor.Message) event(event, key(event, times), replyTo),
                        PATIENCE,
                        service.system().scheduler())
                    .toCompletableFuture())
            .toList();
    CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
    long taken =
        answers.stream().filter(answer -> answer.join() instanceof Answer.Accepted).count();
    AskPattern.ask(
            service.ticker(),
            (ActorRef<Ticker.Time> replyTo) ->
                new Ticker.Change(OptionalDouble.empty(), Optional.of(paused), replyTo),
            PATIENCE,
            service.system().scheduler())
        .toCompletableFuture()
        .join();
    console.say(
        "the scenario has %d events; %d of them were to come, the others are past or refused"
            .formatted(answers.size(), taken));
  }

  private static LifeActor.EnvironmentEvent event(
      Scenario.Event event, String key, ActorRef<Answer> replyTo) {
    var when = new When.AtTick(event.tick());
    return new LifeActor.EnvironmentEvent(event.stimulus(), when, Source.WORLD, key, replyTo);
  }

  /** The same event has the same key whenever the scenario is read; a second one alike another. */
  private static String key(Scenario.Event event, Map<String, Integer> times) {
    var stimulus = event.stimulus();
    var key = "scenario:%d:%s:%s".formatted(event.tick(), stimulus.kind(), stimulus.intensity());
    return key + ":" + times.merge(key, 1, Integer::sum);
  }
}
