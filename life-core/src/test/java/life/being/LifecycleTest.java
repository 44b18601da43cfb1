package life.being;

import static life.being.Given.born;
import static life.being.Given.days;
import static life.being.Given.meeting;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import org.junit.jupiter.api.Test;

class LifecycleTest {
  @Test
  void hooksHearTheTurnsOfALifeInTheirOrderWithTheStateRightAfter() {
    var life =
        born()
            .after(days(2.5))
            .when(meeting("recovery", 1))
            .when(meeting("recovery", 1))
            .after(days(9));
    var heard = new ArrayList<String>();
    Lifecycle.announce(recorder(heard), Step.from(Decider.UNBORN, life.facts()));
    assertThat(heard)
        .containsExactly(
            "birth ALIVE", "degrade DEGRADING", "recover ALIVE", "degrade DEGRADING", "death DEAD");
  }

  @Test
  void onTickTellsHowManyTicksPassed() {
    var ticks = new ArrayList<Long>();
    LifecycleHooks counting =
        new LifecycleHooks() {
          @Override
          public void onTick(Alive being, long passed) {
            ticks.add(passed);
          }
        };
    Lifecycle.announce(counting, Step.from(Decider.UNBORN, born().after(180).after(1).facts()));
    assertThat(ticks).isEqualTo(List.of(180L, 1L));
  }

  private static LifecycleHooks recorder(List<String> heard) {
    return new LifecycleHooks() {
      @Override
      public void onBirth(Alive being) {
        heard.add("birth " + being.phase());
      }

      @Override
      public void onDegrade(Alive being) {
        heard.add("degrade " + being.phase());
      }

      @Override
      public void onRecover(Alive being) {
        heard.add("recover " + being.phase());
      }

      @Override
      public void onDeath(Dead being) {
        heard.add("death " + being.phase());
      }
    };
  }
}
