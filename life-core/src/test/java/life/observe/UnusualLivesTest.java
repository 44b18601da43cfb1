package life.observe;

import static life.observe.Watched.DAY;
import static life.observe.Watched.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import life.being.Constitution;
import life.being.Fact;
import life.being.LawSettings;
import life.being.Moment;
import life.being.SelfState.Alive;
import life.world.Stimulus;
import life.world.Weather;
import life.world.World;
import org.junit.jupiter.api.Test;

/** What was never, or hardly ever, seen in this being. */
class UnusualLivesTest {
  private static final World STILL =
      new World("still", Weather.NORMAL, 0, Watched.WORLD.kinds(), List.of());
  private static final LawSettings IMMORTAL = Settings.immortal(LawSettings.DEFAULT);

  @Test
  void energyThatIsGoneWithoutAnyBlowIsASurprise() {
    var life = Watched.born(1, Watched.WORLD, IMMORTAL).lives(15 * DAY);
    assertThat(life.sign(SignKind.SURPRISE)).isEmpty();
    life.under(Drained::new).lives(HOUR);
    var sign = life.sign(SignKind.SURPRISE).orElseThrow();
    assertThat(sign.subject()).isIn("energy", "drive");
    assertThat(sign.words()).contains("such moments of its life");
  }

  @Test
  void aUseOfEnergyThatIsALittleHigherForDaysIsADrift() {
    var life = Watched.born(2, Watched.WORLD, IMMORTAL).lives(20 * DAY);
    assertThat(life.sign(SignKind.DRIFT)).isEmpty();
    life.under(Settings.energyPerHour(1.86)).lives(15 * DAY);
    var sign = life.sign(SignKind.DRIFT).orElseThrow();
    assertThat(sign.words()).isEqualTo("day by day it uses more energy up than it used to");
    assertThat(sign.since().tick()).isGreaterThan(15 * DAY);
  }

  @Test
  void aChainOfEventsThatHardlyEverCameIsRare() {
    var life = Watched.born(3, STILL, IMMORTAL);
    for (int i = 0; i < 1_500; i++) {
      life.meets("comfort", 0.3).livesInSilence(HOUR / 4);
      life.meets("harmony", 0.3).livesInSilence(HOUR / 4);
    }
    assertThat(life.sign(SignKind.RARE_SEQUENCE)).isEmpty();
    for (var kind : List.of("decay", "shock", "recovery", "noise", "decay")) {
      life.meets(kind, 0.3).livesInSilence(HOUR / 12);
    }
    assertThat(life.sign(SignKind.RARE_SEQUENCE).orElseThrow().words())
        .startsWith("a chain of events that is rare in it: ")
        .contains("decay → shock");
  }

  @Test
  void aConsequenceThatIsTheOppositeOfWhatWasLearnedContradictsIt() {
    var life = Watched.born(4, STILL, IMMORTAL);
    for (int i = 0; i < 1_300; i++) {
      life.meets("noise", 0.6).livesInSilence(HOUR / 30);
      life.meets("recovery", 0.3).livesInSilence(HOUR);
    }
    assertThat(life.sign(SignKind.CONTRADICTION)).isEmpty();
    life.meets("noise", 0.6).livesInSilence(HOUR / 30);
    life.meets("shock", 1).meets("shock", 1).meets("shock", 1).livesInSilence(HOUR);
    var sign = life.sign(SignKind.CONTRADICTION).orElseThrow();
    assertThat(sign.words()).contains("where it had learned to expect -");
  }

  /** Most of its energy is gone. */
  private record Drained(Constitution laws) implements Constitution {
    @Override
    public long flow(Moment moment, long ticks, Alive being) {
      long passed = laws.flow(moment, Math.min(ticks, 60), being);
      moment.energy = Math.min(moment.energy, 20);
      return passed;
    }

    @Override
    public Optional<Fact.Derived> turn(Alive being, Trigger trigger) {
      return laws.turn(being, trigger);
    }

    @Override
    public Fact.Met meet(Alive being, List<Long> causes, Stimulus stimulus) {
      return laws.meet(being, causes, stimulus);
    }
  }
}
