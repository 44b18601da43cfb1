package life.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import life.actor.Ledger;
import life.actor.LedgerSerializer;
import life.actor.Receipts;
import life.being.Course;
import life.being.Decider;
import life.being.LawSettings;
import life.being.LifeCommand;
import life.being.Source;
import life.being.StateHash;
import life.being.When;
import life.law.Laws;
import life.world.Stimulus;
import life.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With all faculties, in the world that is shipped: asleep, reminded, learning, in silence. */
class ALifeIsTheSameHoweverItIsLivedTest {
  private static final long TICKS = 12 * Lived.DAY;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void cutIntoAnySpansAndRecoveredFromAnySnapshots(long seed) throws Exception {
    var whole = Lived.born(seed, Lived.DEFAULT, LawSettings.DEFAULT, _ -> {}).until(TICKS);
    var cut = Lived.born(seed, Lived.DEFAULT, LawSettings.DEFAULT, _ -> {});
    var random = new SplittableRandom(seed);
    while (cut.state().isAlive() && cut.last().tick() < TICKS) {
      long span = 1 + random.nextLong(random.nextInt(4) == 0 ? 70 : 20_000);
      cut.until(Math.min(TICKS, cut.last().tick() + span));
      if (random.nextInt(20) == 0) {
        cut = new Course(new Decider(new Laws()), recovered(cut).self(), _ -> {});
      }
    }
    assertThat(StateHash.of(cut.state())).isEqualTo(StateHash.of(whole.state()));
    assertThat(whole.last().mind().memory().longTerm().traces()).isNotEmpty();
    assertThat(whole.last().mind().associations()).isNotEmpty();
  }

  private static Ledger recovered(Course life) throws Exception {
    var written = new LedgerSerializer();
    byte[] bytes = written.toBinary(new Ledger(life.state(), Receipts.NONE));
    return (Ledger) written.fromBinary(bytes, "l3");
  }

  /** A world that comes to know silence must not let it depend on where a span ends. */
  @Test
  void alsoWhereItsWorldChanges() {
    var kinds = Lived.DEFAULT.kinds().list();
    var mute = kinds.stream().filter(kind -> !kind.name().equals("silence")).toList();
    var before = World.plain("still", 0, mute);
    var after = World.plain("still", 0, kinds);
    var whole = Lived.born(1, before, LawSettings.DEFAULT, _ -> {}).until(10_000);
    var cut = Lived.born(1, before, LawSettings.DEFAULT, _ -> {}).until(10_000);
    whole.take(new LifeCommand.Settle(after));
    cut.take(new LifeCommand.Settle(after));
    whole.until(17_000);
    for (long tick = 10_001; tick <= 17_000; tick++) {
      cut.until(tick);
    }
    assertThat(StateHash.of(cut.state())).isEqualTo(StateHash.of(whole.state()));
    assertThat(whole.last().mind().met()).isPositive();
  }

  /** Seven cues that matter, again and again, with the fastest learning that can be set. */
  @Test
  void whatIsLearnedStaysWithinBoundsWhateverIsSent() {
    var usual = LawSettings.DEFAULT.withMortality(false);
    var quick =
        new LawSettings(
            usual.version(),
            usual.tickSeconds(),
            false,
            usual.energyPerHour(),
            usual.energyAsleep(),
            usual.arousalCost(),
            usual.arousalHalfLifeSeconds(),
            usual.arousalGain(),
            usual.wearPerHour(),
            usual.decayPerHour(),
            usual.healPerHour(),
            usual.sleep(),
            usual.clockNoise(),
            1);
    var still = World.plain("still", 0, Lived.DEFAULT.kinds().list());
    var life = Lived.born(1, still, quick, _ -> {});
    String[] kinds = {
      "shock", "void", "meaning-found", "purpose", "finitude", "fear", "inspiration"
    };
    for (int trial = 0; trial < 8_000; trial++) {
      for (var kind : kinds) {
        life.take(meeting(kind));
      }
      if (trial % 2 == 0) {
        life.take(meeting("recovery"));
      }
      life.until(life.last().tick() + 370);
      for (var association : life.last().mind().associations()) {
        assertThat(Math.abs(association.strength())).as("trial %d", trial).isLessThan(32.1);
      }
    }
  }

  private static LifeCommand meeting(String kind) {
    return new LifeCommand.Meet(new Stimulus(kind, 1), new When.Now(), Source.OUTSIDE, null);
  }
}
