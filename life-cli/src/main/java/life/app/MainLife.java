package life.app;

import java.time.Duration;
import life.actor.Answer;
import life.actor.Directory;
import life.actor.Directory.Standing;
import life.actor.Lives;
import life.being.LifeId;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.being.SelfState.Unborn;
import life.cli.Console;
import life.cli.Exit;
import life.cli.Trouble;
import life.http.Service;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;

/** The life that a run is about: the one that was named, or the first one ever. */
record MainLife(LifeId id, Service service) {
  private static final LifeId FIRST = new LifeId("ada");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * Lets it be born, or waits until it goes on.
   *
   * @throws Trouble if it can't live
   */
  static MainLife of(Service service, Plan plan, Console console) {
    var known = service.biography().lives();
    var main =
        new MainLife(
            plan.name().orElseGet(() -> known.isEmpty() ? FIRST : known.getFirst()), service);
    if (service.directory().find(main.id).isEmpty()) {
      main.bear(plan);
    } else {
      main.goOn();
      if (plan.seed().isPresent() && !plan.supervision().restart()) {
        console.say(main.id + " was born already, so --seed is not looked at");
      }
    }
    return main;
  }

  /** Whether it has lived so many ticks, or is dead. */
  boolean isOver(long untilTick) {
    return standing() instanceof Standing.Present(var state)
        && switch (state) {
          case Unborn _ -> false;
          case Alive being -> being.tick() >= untilTick;
          case Dead _ -> true;
        };
  }

  private void bear(Plan plan) {
    long seed = plan.seed().orElseGet(Lives::anySeed);
    var world = service.worlds().named(plan.world()).orElseThrow().under(plan.weather());
    var answer =
        AskPattern.ask(
                service.lives(),
                (ActorRef<Answer> replyTo) -> new Lives.Bear(id, seed, plan.laws(), world, replyTo),
                PATIENCE,
                service.system().scheduler())
            .toCompletableFuture()
            .join();
    if (!(answer instanceof Answer.BornNow)) {
      throw new Trouble(
          Exit.FAILED, "not-born", id + " could not be born: " + answer, "see logs/life.log");
    }
  }

  private void goOn() {
    while (standing() instanceof Standing.Recovering) {
      Glance.pause();
    }
    var remedy = "the other lives of this directory can go on: name one with --name";
    if (standing() instanceof Standing.Damaged(var why)) {
      throw new Trouble(Exit.DAMAGED, "journal-damaged", why, remedy);
    }
    if (standing() instanceof Standing.Unlivable past) {
      throw new Trouble(Exit.FAILED, "unlivable", id + " can't live on: " + past.why(), remedy);
    }
  }

  private Standing standing() {
    return service
        .directory()
        .find(id)
        .map(Directory.Entry::standing)
        .orElseGet(Standing.Recovering::new);
  }
}
