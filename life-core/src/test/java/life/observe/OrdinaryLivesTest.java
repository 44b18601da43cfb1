package life.observe;

import static life.observe.Watched.DAY;
import static life.observe.Watched.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import life.being.LawSettings;
import life.being.LifeCommand;
import life.being.LifeId;
import life.world.Weather;
import life.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lives that are not like most, and in which nothing is wrong. */
class OrdinaryLivesTest {
  private static final LawSettings IMMORTAL = Settings.immortal(LawSettings.DEFAULT);

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 10, 60, 300, 600, 900, 1_800, 3_600})
  void nothingIsUnusualAboutATickOfAnotherLength(double seconds) {
    var world = World.plain("paced", Math.min(1, seconds / 600), Watched.WORLD.kinds().list());
    var life = Watched.born(1, world, Settings.ticksOf(seconds));
    long days = seconds < 1 ? 1 : 8;
    assertThat(life.lives((long) (days * DAY / seconds)).noticed()).isEmpty();
  }

  @Test
  void nothingIsUnusualAboutWhatSomebodyStaged() {
    var life = Watched.born(2).lives(DAY);
    for (int i = 0; i < 6; i++) {
      life.isToMeet("comfort", 0.5, 7_000 + 9_000L * i, "scenario-" + i);
    }
    assertThat(life.lives(2 * DAY).noticed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void nothingIsUnusualAboutMovingToAWorldThatIsMuchTheSame(long seed) {
    var life = Watched.born(seed, Watched.WORLD, IMMORTAL).lives(40 * DAY);
    int before = life.noticed().size();
    var other = World.plain("another", Watched.WORLD.activity(), Watched.WORLD.kinds().list());
    life.takes(new LifeCommand.Settle(other)).lives(15 * DAY);
    assertThat(life.noticed()).hasSize(before);
  }

  @Test
  void nothingIsUnusualAboutMovingIntoAStorm() {
    var life = Watched.born(4, Watched.WORLD, IMMORTAL).lives(14 * DAY);
    life.takes(new LifeCommand.Settle(Watched.WORLD.under(Weather.STORM))).lives(6 * DAY);
    assertThat(life.sign(SignKind.DRIFT)).isEmpty();
    assertThat(life.sign(SignKind.FLOOD)).isEmpty();
    assertThat(life.sign(SignKind.SILENCE)).isEmpty();
  }

  @Test
  void nothingIsUnusualAboutABranchInWhichSomethingWasDropped() {
    var life = Watched.born(5).lives(3 * DAY);
    var origin = life.being().origin();
    life.takes(new LifeCommand.Branch(new LifeId("eve"), origin.seed(), origin.laws()))
        .livesInSilence(2 * HOUR)
        .lives(2 * DAY);
    assertThat(life.noticed()).isEmpty();
  }

  @Test
  void nothingIsUnusualAboutSleepThatCostsNothing() {
    assertThat(Watched.born(6, Watched.WORLD, Settings.restful()).lives(6 * DAY).noticed())
        .isEmpty();
  }

  @Test
  void nothingIsUnusualAboutAPersonWhoFeedsANewborn() {
    var still = new World("still", Weather.NORMAL, 0, Watched.WORLD.kinds(), List.of());
    var life = Watched.born(7, still, IMMORTAL);
    for (int i = 0; i < 96; i++) {
      life.meets("recovery", 0.6).livesInSilence(HOUR / 2);
    }
    assertThat(life.noticed()).isEmpty();
  }

  @Test
  void nothingIsUnusualAboutBeingAwayNowAndThen() {
    var life = Watched.born(8);
    for (int i = 0; i < 40; i++) {
      life.takes(new LifeCommand.Resume(3_600_000L * i)).lives(5 * HOUR);
    }
    assertThat(life.noticed()).isEmpty();
  }
}
