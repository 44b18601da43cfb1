package life.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import life.being.When;
import life.world.World;
import org.junit.jupiter.api.Test;

class GeneratorTest {
  @Test
  void whatIsForeseenIsWhatTheWorldBringsTickByTick() {
    var foreseen = new ArrayList<String>();
    long after = 0;
    while (after < 100_000) {
      var foresight = Generator.foresee(ActorWorld.BUSY, 7, after);
      assertThat(foresight.after()).isEqualTo(after);
      for (var event : foresight.events()) {
        foreseen.add(((When.AtTick) event.meet().when()).tick() + " " + event.meet().stimulus());
      }
      after = foresight.until();
    }
    var drawn = new ArrayList<String>();
    for (long tick = 1; tick <= after; tick++) {
      var stimulus = ActorWorld.BUSY.draw(7, tick);
      if (stimulus.isPresent()) {
        drawn.add(tick + " " + stimulus.get());
      }
    }
    assertThat(foreseen).isEqualTo(drawn).hasSizeGreaterThan(1_000);
  }

  @Test
  void howMuchIsForeseenAtOnceIsBounded() {
    var always = World.plain("always", 1, ActorWorld.QUIET.kinds().list());
    var foresight = Generator.foresee(always, 7, 0);
    assertThat(foresight.events()).hasSize(Generator.MOST_EVENTS);
    assertThat(foresight.until()).isEqualTo(Generator.MOST_EVENTS);
    assertThat(Generator.foresee(ActorWorld.QUIET, 7, 0).events()).isEqualTo(List.of());
  }
}
