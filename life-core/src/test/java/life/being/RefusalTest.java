package life.being;

import static life.being.Given.born;
import static life.being.Given.meeting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import life.body.Vitals;
import life.world.Stimulus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {
  @Test
  void anUnknownKindIsRefusedAndTheKnownOnesAreNamed() {
    born()
        .when(meeting("shokc", 0.5))
        .thenRefused("there is no kind 'shokc'; known kinds: noise, shock, recovery");
  }

  @Test
  void aTickThatHasPassedIsRefused() {
    born()
        .after(100)
        .when(meeting("shock", 0.5, new When.AtTick(99)))
        .thenRefused("tick 99 has passed; the life is at tick 100");
  }

  @Test
  void aTickBeyondTheHorizonIsRefused() {
    born()
        .when(meeting("shock", 0.5, new When.AtTick(Agenda.HORIZON_TICKS + 1)))
        .thenRefused("tick 10000000001 is more than 10000000000 ticks ahead of 0");
  }

  @Test
  void aFullAgendaRefusesButNeverDrops() {
    var life = born();
    for (int i = 0; i < Agenda.CAPACITY; i++) {
      life.when(meeting("noise", 0.1, new When.AtTick(1_000 + i)));
    }
    var hash = StateHash.of(life.state());
    life.when(meeting("noise", 0.1, new When.AtTick(500)))
        .thenRefused("the agenda is full: 1000 stimuli wait already");
    assertThat(StateHash.of(life.state())).isEqualTo(hash);
    life.when(meeting("noise", 0.1));
    assertThat(life.lastFacts()).hasSize(2);
    assertThat(life.after(3_000).facts().stream().filter(Fact.Met.class::isInstance))
        .hasSize(Agenda.CAPACITY + 1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -1, 1.5, 1e9, Double.POSITIVE_INFINITY, -0.0001})
  void anIntensityOutOfRangeCannotBeBuilt(double intensity) {
    assertThatThrownBy(() -> new Stimulus("shock", intensity))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("intensity must be a number from 0.0 to 1.0, but was " + intensity);
  }

  @Test
  void invalidVitalsCannotBeBuilt() {
    assertThatThrownBy(() -> new Vitals(101, 1, 1)).hasMessageContaining("energy");
    assertThatThrownBy(() -> new Vitals(50, -0.1, 1)).hasMessageContaining("stability");
    assertThatThrownBy(() -> new Vitals(50, 1, Double.NaN)).hasMessageContaining("integrity");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Ada", "7ada", "ada lovelace", "ada/../x", "-ada", "ädä"})
  void aNameThatIsNoSlugIsRefused(String name) {
    assertThatThrownBy(() -> new LifeId(name)).hasMessageContaining("slug such as 'ada'");
  }

  @Test
  void aNameMayHaveSixtyThreeCharactersAndNoMore() {
    assertThat(new LifeId("a".repeat(63)).slug()).hasSize(63);
    assertThatThrownBy(() -> new LifeId("a".repeat(64))).hasMessageContaining("slug");
  }
}
