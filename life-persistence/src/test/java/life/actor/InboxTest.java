package life.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import life.being.Decider;
import life.being.Fact;
import life.being.LawSettings;
import life.being.LifeId;
import life.being.Origin;
import life.being.SelfState.Alive;
import life.law.Laws;
import org.junit.jupiter.api.Test;

class InboxTest {
  private final Ledger newborn =
      Ledger.EMPTY.after(
          new Fact.Born(
              new Origin(
                  new LifeId("ada"), 7, LawSettings.DEFAULT.withMortality(false), Instant.EPOCH),
              ActorWorld.QUIET));

  @Test
  void clockTicksThatCannotBeLivedAreLetGoSoThatAPauseTakesEffect() {
    var inbox = foreseeing(1_000_000);
    for (int second = 0; second < 60; second++) {
      inbox.oweClockTicks(1_000_000);
    }
    assertThat(lived(inbox)).isEqualTo(100_000);
  }

  @Test
  void stepsAreNeverLetGo() {
    var inbox = foreseeing(1_000_000);
    inbox.oweSteps(300_000);
    inbox.oweClockTicks(50);
    inbox.oweSteps(300_000);
    assertThat(lived(inbox)).isEqualTo(600_000);
  }

  @Test
  void noLifeGoesBeyondTheTickThatThisProcessLivesTo() {
    var inbox = new Inbox(new Decider(new Laws()), OptionalLong.of(70));
    inbox.foresee(
        new LifeActor.Foresight(ActorWorld.QUIET, 0, 1_000, List.of()), (Alive) newborn.self());
    inbox.oweSteps(1_000);
    assertThat(lived(inbox)).isEqualTo(70);
  }

  @Test
  void whatWasLivedOnceIsNotLivedAgainWhenItIsWrittenDown() {
    var inbox = foreseeing(1_000);
    inbox.oweSteps(10);
    var written = newborn;
    for (var step : inbox.live(newborn).steps()) {
      written = inbox.after(written, step.fact());
      assertThat(written.self()).isSameAs(step.after());
    }
    assertThat(((Alive) written.self()).tick()).isEqualTo(10);
  }

  @Test
  void whatComesFromElsewhereIsFoldedAsEver() {
    var inbox = foreseeing(1_000);
    inbox.oweSteps(10);
    var first = inbox.live(newborn).facts().getFirst();
    var other = new Ledger(newborn.self(), newborn.receipts());
    assertThat(inbox.after(other, first)).isEqualTo(newborn.after(first));
    assertThat(inbox.after(newborn, first)).isEqualTo(newborn.after(first));
  }

  private Inbox foreseeing(long until) {
    var inbox = new Inbox(new Decider(new Laws()), OptionalLong.empty());
    inbox.foresee(
        new LifeActor.Foresight(ActorWorld.QUIET, 0, until, List.of()), (Alive) newborn.self());
    return inbox;
  }

  private long lived(Inbox inbox) {
    var ledger = newborn;
    for (var fact : inbox.live(newborn).facts()) {
      ledger = ledger.after(fact);
    }
    return ((Alive) ledger.self()).tick();
  }
}
