package life.actor;

import life.actor.LifeActor.Foresight;
import life.being.SelfState.Alive;
import org.apache.pekko.actor.typed.ActorRef;

/** Asks the generator what the world will bring, one question at a time, before a life needs it. */
final class Lookout {
  private final Inbox inbox;
  private final ActorRef<Generator.Foresee> generator;
  private final ActorRef<LifeActor.Message> life;
  private boolean isAsked;

  /** For the life whose inbox that is. */
  Lookout(Inbox inbox, ActorRef<Generator.Foresee> generator, ActorRef<LifeActor.Message> life) {
    this.inbox = inbox;
    this.generator = generator;
    this.life = life;
  }

  /** Begins anew, with nothing foreseen. */
  void begin() {
    isAsked = false;
    inbox.forgetForesight();
  }

  /** Asks, if more must be foreseen. */
  void look(Ledger ledger) {
    if (!isAsked && ledger.self() instanceof Alive being) {
      inbox
          .toForesee(being)
          .ifPresent(after -> {
            isAsked = true;
            generator.tell(
                new Generator.Foresee(being.world(), being.origin().seed(), after, life));
          });
    }
  }

  /** Takes an answer. */
  void take(Foresight foresight, Ledger ledger) {
    isAsked = false;
    if (ledger.self() instanceof Alive being) {
      inbox.foresee(foresight, being);
    }
  }
}
