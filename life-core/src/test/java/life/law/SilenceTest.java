package life.law;

import static life.being.Given.meeting;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import life.being.Fact;
import life.being.Given;
import life.being.SettingsFor;
import life.body.Shift;
import life.mind.SleepCycle;
import life.world.Family;
import life.world.StimulusKind;
import life.world.World;
import org.junit.jupiter.api.Test;

class SilenceTest {
  private static final World STILL =
      World.plain(
          "still",
          0,
          List.of(
              new StimulusKind("noise", 0, 0, 1, Shift.NONE, 0.5, Family.BODILY),
              new StimulusKind("silence", 0, 0, 1, new Shift(0, -0.01, 0), 0.4, Family.BODILY)));

  @Test
  void thatNothingComesIsMetEachHourAndGrows() {
    var met = met(newborn().after(3 * 3_600 + 5));
    assertThat(met).extracting(m -> m.stimulus().kind()).containsOnly("silence").hasSize(3);
    assertThat(met).extracting(m -> m.stimulus().intensity()).containsExactly(0.1, 0.2, 0.3);
  }

  @Test
  void whateverComesEndsIt() {
    var life = newborn().after(3_000).when(meeting("noise", 0.5)).after(3_599);
    assertThat(met(life)).extracting(m -> m.stimulus().kind()).containsExactly("noise");
    life.after(1);
    assertThat(met(life).getLast().stimulus().kind()).isEqualTo("silence");
    assertThat(met(life).getLast().stimulus().intensity()).isEqualTo(0.1);
  }

  @Test
  void aBeingThatSleepsMeetsNoSilence() {
    var life = newborn();
    while (!life.alive().sleep().asleep()) {
      life.after(60);
    }
    int before = met(life).size();
    life.after(4 * 3_600);
    assertThat(life.alive().sleep().asleep()).isTrue();
    assertThat(met(life)).hasSize(before);
  }

  private static Given newborn() {
    var laws = SettingsFor.tireless(SleepCycle.USUAL, 0);
    return Given.unborn().when(Given.birth("ada", 7, laws, STILL));
  }

  private static List<Fact.Met> met(Given life) {
    return life.facts().stream()
        .filter(Fact.Met.class::isInstance)
        .map(Fact.Met.class::cast)
        .toList();
  }
}
