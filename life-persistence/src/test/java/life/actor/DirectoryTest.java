package life.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import life.actor.Directory.Standing;
import life.being.Decider;
import life.being.LifeId;
import org.apache.pekko.actor.testkit.typed.javadsl.BehaviorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;

class DirectoryTest {
  private final ActorRef<LifeActor.Message> actor =
      BehaviorTestKit.create(Behaviors.<LifeActor.Message>empty()).getRef();
  private final LifeId ada = new LifeId("ada");
  private final Directory directory = new Directory();

  @Test
  void aLifeThatRecoversBeforeItIsEnteredIsNotTakenForOneThatStillRecovers() {
    var present = new Standing.Present(Decider.UNBORN);
    directory.stands(ada, actor, present);
    directory.enter(ada, actor);
    assertThat(directory.find(ada).orElseThrow().standing()).isEqualTo(present);
  }

  @Test
  void recoveryIsDoneWhenOfAllWhomTheJournalKnewItIsSaidHowTheyStand() {
    var eve = new LifeId("eve");
    var awaiting = new Directory(List.of(ada, eve));
    awaiting.enter(ada, actor);
    awaiting.stands(new LifeId("newborn"), actor, new Standing.Present(Decider.UNBORN));
    assertThat(awaiting.recovery().progress().read()).isZero();
    awaiting.stands(eve, actor, new Standing.Damaged("why"));
    awaiting.stands(eve, actor, new Standing.Damaged("why"));
    var half = awaiting.recovery().progress();
    assertThat(half.read()).isEqualTo(1);
    assertThat(half.all()).isEqualTo(2);
    assertThat(half.isDone()).isFalse();
    awaiting.stands(ada, actor, new Standing.Present(Decider.UNBORN));
    var whole = awaiting.recovery().progress();
    assertThat(whole.isDone()).isTrue();
    assertThat(whole.taken()).isPositive().isEqualTo(awaiting.recovery().progress().taken());
  }

  @Test
  void whereNobodyIsAwaitedRecoveryIsDone() {
    assertThat(directory.recovery().progress().isDone()).isTrue();
    assertThat(directory.recovery().progress().all()).isZero();
  }

  @Test
  void aLifeThatIsEnteredRecoversUntilItSaysHowItStands() {
    directory.enter(ada, actor);
    assertThat(directory.find(ada).orElseThrow().standing()).isEqualTo(new Standing.Recovering());
    directory.stands(ada, actor, new Standing.Damaged("why"));
    assertThat(directory.find(ada).orElseThrow().standing()).isEqualTo(new Standing.Damaged("why"));
  }
}
