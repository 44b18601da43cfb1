package life.actor;

import static org.assertj.core.api.Assertions.assertThat;

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
  void aLifeThatIsEnteredRecoversUntilItSaysHowItStands() {
    directory.enter(ada, actor);
    assertThat(directory.find(ada).orElseThrow().standing()).isEqualTo(new Standing.Recovering());
    directory.stands(ada, actor, new Standing.Damaged("why"));
    assertThat(directory.find(ada).orElseThrow().standing()).isEqualTo(new Standing.Damaged("why"));
  }
}
